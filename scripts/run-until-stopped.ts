/**
 * Runs the work of a script. Ctrl-C, SIGTERM and SIGHUP abort the signal, so that the work undoes what it began;
 * the exit code is then 130. What is thrown otherwise is printed as its sentence, with the exit code 1.
 */
export async function runUntilStopped(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stopping.abort())
  try {
    await work(stopping.signal)
  } catch (error) {
    if (!stopping.signal.aborted) {
      console.error(error instanceof Error ? error.message : error)
      process.exit(1)
    }
  }
  process.exit(stopping.signal.aborted ? 130 : 0)
}
