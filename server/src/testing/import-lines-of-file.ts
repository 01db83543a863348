import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { personColumns, type PersonValues } from '@send/shared/people/person-columns'
import { importIncoming } from '../suspense/import-incoming/import-incoming.ts'
import type { TestServer } from './test-server.ts'

/** Gives the server a school’s file of these lines, and says what the import says; no job is run. */
export async function importLinesOfFile(
  { ownerDatabase: database, services: { clock, jobs } }: TestServer,
  lines: readonly Partial<PersonValues>[],
  { dryRun = false } = {},
) {
  const folder = await mkdtemp(path.join(tmpdir(), 'send-lines-'))
  const file = path.join(folder, 'lines.csv')
  const rows = lines.map((line) =>
    personColumns.map((column) => JSON.stringify(line[column] ?? '')).join(','),
  )
  await writeFile(file, [personColumns.join(','), ...rows].join('\n'))
  const said: string[] = []
  const say = (line: number, sentence: string) => void said.push(`${line}: ${sentence}`)
  const { notes, ...counts } = await importIncoming({ database, clock, jobs }, { file, dryRun, say })
  await rm(folder, { recursive: true })
  return { ...counts, notes: Object.fromEntries(notes), said }
}
