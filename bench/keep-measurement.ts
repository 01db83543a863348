import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { projectFolder } from '../scripts/data-folder.ts'
import type { Machine } from '../scripts/machine.ts'
import type { Measured } from './measure-row.ts'

/** Writes what was measured to docs/measurements, dated, with what it was measured on; gives the file's path. */
export async function keepMeasurement(rows: Measured[], rounds: number, on: Machine): Promise<string> {
  const at = new Date()
  const folder = path.join(projectFolder, 'docs/measurements')
  const file = path.join(folder, `${at.toISOString().slice(0, 10)}-bench.json`)
  const { commit, dirty, ...machine } = on
  const content = { startedAt: at.toISOString(), commit, dirty, machine, rounds, rows }
  await mkdir(folder, { recursive: true })
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`)
  return file
}
