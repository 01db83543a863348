import os from 'node:os'
import { postgresBinaries } from '@send/server/database/postgres-binaries'
import { runCommand } from './run-command.ts'

export type Machine = {
  commit: string
  /** The checkout differed from its commit. */
  dirty: boolean
  cores: number
  processor: string
  memoryGigabytes: number
  /** Processes that wanted a core in the last minute: above the cores, others were at work too. */
  loadBefore: number
  kernel: string
  node: string
  postgres: string
}

/** On what, and of which commit, a measurement was made. */
export async function describeMachine(): Promise<Machine> {
  const [commit, status, postgres] = await Promise.all([
    runCommand('git', ['rev-parse', 'HEAD']),
    runCommand('git', ['status', '--porcelain']),
    runCommand(postgresBinaries.server, ['--version']),
  ])
  const cores = os.cpus()
  return {
    commit: commit.output.trim(),
    dirty: status.output.trim() !== '',
    cores: cores.length,
    processor: cores[0]?.model.trim() ?? 'unknown',
    memoryGigabytes: Number((os.totalmem() / 2 ** 30).toFixed(1)),
    loadBefore: Number((os.loadavg()[0] ?? 0).toFixed(2)),
    kernel: `${os.type()} ${os.release()}`,
    node: process.version,
    postgres: postgres.output.trim().replace(/^postgres \(PostgreSQL\) /, ''),
  }
}
