import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

/** Starts an X server without a screen on a free display number; `display` is what DISPLAY must be set to. */
export async function startVirtualScreen(): Promise<{ display: string; stop(): void }> {
  const options = ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset']
  const child = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const pipe = child.stdio[3]
  const number = new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error('Xvfb ended before it had a display.')))
    pipe?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
  })
  const found = await Promise.race([number, wait(15_000)])
  if (!found) throw new Error('Xvfb did not name a display within 15 seconds.')
  return { display: `:${found}`, stop: () => void child.kill() }
}
