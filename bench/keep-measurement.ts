import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg, release, totalmem } from 'node:os'
import path from 'node:path'
import { postgresBinaries } from '@send/server/database/postgres-binaries'
import { projectFolder } from '../scripts/data-folder.ts'
import { runCommand } from '../scripts/run-command.ts'
import type { Measured } from './measure-row.ts'

/** Writes what was measured to docs/measurements, dated, with what it was measured on; gives the file's path. */
export async function keepMeasurement(rows: Measured[], rounds: number): Promise<string> {
  const at = new Date()
  const folder = path.join(projectFolder, 'docs/measurements')
  const file = path.join(folder, `${at.toISOString().slice(0, 10)}-bench.json`)
  const content = {
    at: at.toISOString(),
    commit: await read('git', ['rev-parse', 'HEAD']),
    // True when something was changed since that commit.
    dirty: (await read('git', ['status', '--porcelain'])) !== '',
    machine: {
      processor: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memoryGigabytes: Math.round(totalmem() / 1024 ** 3),
      system: `${process.platform} ${release()}`,
      // Processes that wanted a core in the last minute, ours among them: many more than cores means a busy machine.
      load: Number(loadavg()[0]?.toFixed(1)),
    },
    versions: {
      node: process.version,
      postgres: await read(postgresBinaries.server, ['--version']),
    },
    rounds,
    rows,
  }
  await mkdir(folder, { recursive: true })
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`)
  return file
}

async function read(command: string, commandArguments: string[]): Promise<string> {
  const { ok, output } = await runCommand(command, commandArguments)
  return ok ? output.trim() : 'unknown'
}
