import { spawn } from 'node:child_process'
import { projectFolder } from './data-folder.ts'

export type CommandResult = { ok: boolean; output: string; seconds: number }

/** Runs a command in the project's folder and gathers what it prints; `show` passes it on as it comes. */
export function runCommand(
  command: string,
  commandArguments: string[],
  options: { show?: boolean; environment?: Record<string, string> } = {},
): Promise<CommandResult> {
  const started = performance.now()
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      cwd: projectFolder,
      env: { ...process.env, ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        if (options.show) process.stdout.write(chunk)
      })
    }
    const finish = (ok: boolean) => resolve({ ok, output, seconds: (performance.now() - started) / 1000 })
    child.once('error', (error) => {
      output += error.message
      finish(false)
    })
    child.once('close', (code) => finish(code === 0))
  })
}
