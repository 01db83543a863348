/**
 * Runs the work of a script. Ctrl-C, SIGTERM and SIGHUP abort the signal, so that the work undoes what it began; work
 * that was broken off so ends with the exit code 130. What is thrown otherwise is printed as its sentence, with 1.
 */
export async function runUntilStopped(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stopping.abort())
  try {
    await work(stopping.signal)
    process.exit(0)
  } catch (error) {
    if (stopping.signal.aborted) process.exit(130)
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
