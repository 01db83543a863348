import { spawn } from 'node:child_process'
import path from 'node:path'

/** When the backend of a transaction ends: `crash` is a kill -9, after which PostgreSQL ends every session. */
export const victimModes = ['active', 'queued', 'parallel', 'afterwards', 'crash'] as const
export type VictimMode = (typeof victimModes)[number]

/** Milliseconds; a victim that is still there by then hangs, and ends without a code. */
const longestRun = 60_000

const victim = path.join(import.meta.dirname, 'lost-connection-victim.ts')

/** Loses connections in the middle of transactions, in a process of its own; what it printed and how it ended. */
export function runVictim(
  ownerUrl: string,
  mode: VictimMode,
  rounds: number,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [victim, ownerUrl, mode, String(rounds)], {
      timeout: longestRun,
      killSignal: 'SIGKILL',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    }
    child.once('error', reject)
    child.once('exit', (code) => resolve({ code, output }))
  })
}
