import { buildPerson } from '../build-incoming-child.ts'
import type { BuiltSession } from '../build-sessions.ts'
import { merge, unmerge } from '../merge-steps.ts'
import type { TestServer } from '../test-server.ts'

/** Two records that were merged, taken apart and merged again, and a third. */
export async function buildMergedRecords(
  server: TestServer,
  { builder }: { builder: BuiltSession },
): Promise<{ keptId: string; otherId: string; thirdId: string; unmergedPersonId: string }> {
  const names = { familyName: 'Merged' }
  const kept = await buildPerson(server, names)
  const other = await buildPerson(server, names)
  await merge(server, builder, { kept, other })
  const unmergedPersonId = await unmerge(server, builder, other)
  await merge(server, builder, { kept, other })
  return { keptId: kept, otherId: other, thirdId: await buildPerson(server, names), unmergedPersonId }
}
