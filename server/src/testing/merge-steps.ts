import { proposeTaken, type MergeUnit } from '@send/shared/suspense/merging/merge-units'
import { newId } from '@send/shared/values/ids'
import type { BuiltSession } from './build-sessions.ts'
import type { TestServer } from './test-server.ts'

type Two = { kept: string; other: string }

/** The preview of a merge that nothing speaks against. */
export async function previewMerge(server: TestServer, officer: BuiltSession, { kept, other }: Two) {
  const preview = await server.caller(officer).personMerges.getPreview({ keptId: kept, otherId: other })
  if (preview.outcome !== 'planned') throw new Error(JSON.stringify(preview))
  return preview
}

/** Merges a record into another, as the preview proposes it or taking what is said. */
export async function merge(
  server: TestServer,
  officer: BuiltSession,
  { taken, ...two }: Two & { taken?: MergeUnit[] },
): Promise<void> {
  const preview = await previewMerge(server, officer, two)
  const merged = await server.caller(officer).personMerges.merge({
    idempotencyKey: newId(),
    keptId: two.kept,
    otherId: two.other,
    taken: taken ?? proposeTaken(preview.kept.values, preview.other.values),
    sightAccepted: true,
    stamp: preview.stamp,
    reason: 'The same UPN on both letters',
  })
  if (merged.outcome !== 'merged') throw new Error(JSON.stringify(merged))
}

/** Takes the merge of a record apart; returns the entry of the log. */
export async function unmerge(server: TestServer, officer: BuiltSession, personId: string): Promise<string> {
  const { personMerges } = server.caller(officer)
  const { stamp } = await personMerges.getUnmergePreview({ personId })
  const unmerged = await personMerges.unmerge({
    idempotencyKey: newId(),
    personId,
    stamp,
    reason: 'They are twins',
  })
  if (unmerged.outcome !== 'unmerged') throw new Error(JSON.stringify(unmerged))
  return unmerged.unmergedPersonId
}
