import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { personColumns, type PersonValues } from '@send/shared/people/person-columns'
import { eq } from 'drizzle-orm'
import { importIncoming } from '../suspense/import-incoming/import-incoming.ts'
import { incomingChildren } from '../suspense/tables.ts'
import { toldChild } from './build-incoming-child.ts'
import type { TestServer } from './test-server.ts'

let lines = 0

/** A child out of a file of a school, one line of the child whom `build-incoming-child.ts` tells of; returns the child's id. */
export async function buildIncomingLine(
  server: TestServer,
  overrides: Partial<PersonValues> = {},
): Promise<string> {
  lines += 1
  const told: Partial<PersonValues> = {
    external_id: `LINE-${lines}`,
    given_names: toldChild.givenNames,
    family_name: toldChild.familyName,
    date_of_birth: toldChild.dateOfBirth,
    ...overrides,
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'send-line-'))
  const file = path.join(folder, 'line.csv')
  const cells = personColumns.map((column) => JSON.stringify(told[column] ?? ''))
  await writeFile(file, `${personColumns.join(',')}\n${cells.join(',')}\n`)
  const { clock, jobs } = server.services
  const deployment = { database: server.ownerDatabase, clock, jobs }
  await importIncoming(deployment, { file, dryRun: false, say: () => {} })
  await rm(folder, { recursive: true })
  await server.runJobs()
  const [row] = await server.ownerDatabase
    .select({ id: incomingChildren.id })
    .from(incomingChildren)
    .where(eq(incomingChildren.externalId, told.external_id ?? ''))
  if (!row) throw new Error('The line is in suspense')
  return row.id
}
