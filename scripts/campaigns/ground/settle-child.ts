import { newId } from '@send/shared/values/ids'
import { get } from './ask.ts'
import type { Ground } from './ground.ts'
import type { HeldChild } from './held-children.ts'
import type { Person } from './person.ts'

export type Work = { officer: Person; child: HeldChild }

/** Matches a waiting child to a person, or adds it as new; returns the person. */
export async function settle({ officer, child }: Work, personId?: string): Promise<string> {
  const { incomingChildId } = child
  const { version } = await get(() => officer.api.suspense.get.query({ incomingChildId }))
  const decision = { idempotencyKey: newId(), incomingChildId, version }
  const settled = await get(async () =>
    personId
      ? officer.api.suspense.match.mutate({ ...decision, personId })
      : officer.api.suspense.addAsNew.mutate(decision),
  )
  if (settled.outcome !== 'settled')
    throw new Error(`An officer alone with a child is told ${settled.outcome}`)
  return settled.personId
}

/** Puts the form of a settled child on its chronology. */
export async function approve({ officer, child: { submissionId } }: Work): Promise<void> {
  const { version } = await get(() => officer.api.chronology.getIncoming.query({ submissionId }))
  const idempotencyKey = newId()
  await get(() => officer.api.chronology.approve.mutate({ idempotencyKey, submissionId, version }))
}

/** Records that whoever told of a child may see the person. */
export async function letSenderIn(
  { sql }: Ground,
  { officer, child }: Work,
  personId: string,
): Promise<void> {
  const [row] = await sql<{ userId: string }[]>`
    select owner_user_id as "userId" from incoming_children where id = ${child.incomingChildId}`
  const access = { idempotencyKey: newId(), userId: row?.userId ?? '', personId, reason: 'Seen' }
  await get(() =>
    officer.api.portalUsers.authenticate.mutate({ ...access, relation: 'parentCarer', scopes: ['progress'] }),
  )
}
