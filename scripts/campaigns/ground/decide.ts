import { newId } from '@send/shared/values/ids'
import { ask, type Answer } from './ask.ts'
import type { Ground } from './ground.ts'
import type { Person } from './person.ts'

/** What an officer may do about a child in suspense, one at a time. */
export const deeds = ['addAsNew', 'match', 'discard', 'bringBack', 'undo'] as const
export type Deed = (typeof deeds)[number]

/** The outcome of a deed that was done; every other outcome says why it was not. */
export const doneOutcomes: Record<Deed, string> = {
  addAsNew: 'settled',
  match: 'settled',
  discard: 'discarded',
  bringBack: 'broughtBack',
  undo: 'undone',
}

export type Outcome = { outcome: string; by?: string }

/** Does one deed about a child as it stands in the database at this moment, so that others may come in between. */
export function decide(
  { sql }: Pick<Ground, 'sql'>,
  { api }: Person,
  deed: Deed,
  incomingChildId: string,
): Promise<Answer<Outcome>> {
  return ask<Outcome>(async () => {
    const [child] = await sql<{ version: number }[]>`
      select row_version as version from incoming_children where id = ${incomingChildId}`
    const decision = { idempotencyKey: newId(), incomingChildId, version: child?.version ?? 1 }
    switch (deed) {
      case 'addAsNew':
        return api.suspense.addAsNew.mutate(decision)
      case 'match': {
        const [person] = await sql<{ id: string }[]>`select id from people order by random() limit 1`
        if (!person) return { outcome: 'nobodyOnRecord' }
        return api.suspense.match.mutate({ ...decision, personId: person.id })
      }
      case 'discard':
        return api.suspense.discard.mutate({ ...decision, why: { reason: 'test', words: '' } })
      case 'bringBack':
        return api.suspense.bringBack.mutate(decision)
      case 'undo': {
        const preview = await api.undoneMatches.getPreview.query({ incomingChildId })
        return api.undoneMatches.undo.mutate({
          idempotencyKey: newId(),
          incomingChildId,
          stamp: preview.stamp,
          accessIds: preview.proposedAccessIds,
          reason: 'A cousin of the same name',
        })
      }
    }
  })
}
