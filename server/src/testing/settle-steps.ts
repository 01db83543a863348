import { newId } from '@send/shared/values/ids'
import type { BuiltSession } from './build-sessions.ts'
import type { WaitingChild } from './build-waiting-child.ts'
import type { TestServer } from './test-server.ts'

/** Matches a waiting child to a person, or adds it as new; returns the person. */
export async function settle(
  server: TestServer,
  officer: BuiltSession,
  { incomingChildId }: Pick<WaitingChild, 'incomingChildId'>,
  personId?: string,
): Promise<string> {
  const { suspense } = server.caller(officer)
  const { version } = await suspense.get({ incomingChildId })
  const decision = { idempotencyKey: newId(), incomingChildId, version }
  const settled = personId
    ? await suspense.match({ ...decision, personId })
    : await suspense.addAsNew(decision)
  if (settled.outcome !== 'settled') throw new Error(settled.outcome)
  return settled.personId
}

/** Puts a received form on the chronology of its child; returns the entry. */
export async function approve(
  server: TestServer,
  officer: BuiltSession,
  { submissionId }: Pick<WaitingChild, 'submissionId'>,
): Promise<string> {
  const { chronology } = server.caller(officer)
  const { version } = await chronology.getIncoming({ submissionId })
  const approval = await chronology.approve({ idempotencyKey: newId(), submissionId, version })
  if (approval.outcome !== 'approved') throw new Error(approval.outcome)
  return approval.entryId
}

/** Undoes a match as the preview proposes it; returns the entry of the log. */
export async function undo(
  server: TestServer,
  officer: BuiltSession,
  { incomingChildId }: Pick<WaitingChild, 'incomingChildId'>,
): Promise<string> {
  const { undoneMatches } = server.caller(officer)
  const { stamp, proposedAccessIds: accessIds } = await undoneMatches.getPreview({ incomingChildId })
  const undone = await undoneMatches.undo({
    idempotencyKey: newId(),
    incomingChildId,
    stamp,
    accessIds,
    reason: 'A cousin of the same name',
  })
  if (undone.outcome !== 'undone') throw new Error(JSON.stringify(undone))
  return undone.undoneMatchId
}
