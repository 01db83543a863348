import { newId } from '@send/shared/values/ids'
import { get } from './ask.ts'
import type { Ground } from './ground.ts'
import type { Person } from './person.ts'
import { newSending, sendingSteps, type Sending } from './sending.ts'
import { waitForJobs } from './submission-oracle.ts'

/** A child that waits in suspense with the one form that hangs on it. */
export type HeldChild = { incomingChildId: string; submissionId: string; version: number }

/** Puts children into suspense, each by a form of its own; `submit` sends a form whose answers are saved. */
export async function holdChildren(
  ground: Ground,
  number: number,
  submit: (sending: Sending) => Promise<void> = submitOnce,
): Promise<HeldChild[]> {
  const parents = await ground.addParents(8)
  const sendings = Array.from({ length: number }, (_, index) =>
    newSending(ground, parentOf(parents, index), index),
  )
  await Promise.all(
    parents.map(async (parent) => {
      for (const sending of sendings.filter((each) => each.parent === parent)) {
        await get(() => sendingSteps.start(ground, sending))
        await get(() => sendingSteps.save(ground, sending))
        await submit(sending)
      }
    }),
  )
  const waiting = await waitForJobs(ground)
  if (waiting > 0) throw new Error(`${waiting} forms did not come into suspense`)
  const rows = await ground.sql<HeldChild[]>`
    select c.id as "incomingChildId", s.id as "submissionId", c.row_version as version
    from submissions s join incoming_children c on c.id = s.incoming_child_id where s.person_id is null`
  if (rows.length !== number) throw new Error(`${rows.length} children are in suspense instead of ${number}`)
  return [...rows]
}

async function submitOnce({ parent, submissionId }: Sending): Promise<void> {
  const idempotencyKey = newId()
  await get(() => parent.api.submissions.submit.mutate({ idempotencyKey, submissionId }))
}

function parentOf(parents: Person[], index: number): Person {
  const parent = parents[index % parents.length]
  if (!parent) throw new Error('There are parents')
  return parent
}
