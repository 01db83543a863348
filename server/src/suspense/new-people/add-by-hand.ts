import { readEntry, type EntryField, type PersonEntry } from '@send/shared/people/person-entry'
import { sql } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { addPerson } from '../../people/add-person.ts'
import { findTaken, type Taken } from '../../people/by-hand/find-taken.ts'
import { requireBase } from '../../people/by-hand/require-base.ts'
import { requireSoundEntry } from '../../people/by-hand/require-sound-entry.ts'
import type { PersonRecord } from '../../people/find-person-values.ts'
import { isVerySimilar, weighEntry } from './find-similar.ts'

type Addition = {
  entry: PersonEntry
  /** Very similar people of whom the officer says that they are somebody else, and why. */
  another: { personIds: string[]; reason: string } | null
}

export type Added =
  | { outcome: 'added'; personId: string }
  /** Very similar people are on record of whom nobody said that they are somebody else: nothing was added. */
  | { outcome: 'similar'; personIds: string[] }
  | Taken

/** Adds a person whom an officer typed in, unless they are on record already or somebody very similar is. */
export async function addByHand(ctx: ProcedureContext<Actor>, { entry, another }: Addition): Promise<Added> {
  requireSoundEntry(ctx, entry, Object.keys(entry) as EntryField[])
  const values = readEntry(entry)
  await requireBase(ctx, values.schoolId)
  // One after the other: of two who add the same person at once the second sees the first.
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext('send.people.addByHand'))`)
  const taken = await findTaken(ctx, values)
  if (taken) return taken
  const similar = (await weighEntry(ctx, entry)).filter(isVerySimilar)
  const unsaid = similar.filter(({ personId }) => !another?.personIds.includes(personId))
  if (unsaid.length > 0) return { outcome: 'similar', personIds: unsaid.map(({ personId }) => personId) }
  const weighed = similar.map(({ personId, probability, rule }) => ({ personId, probability, rule }))
  const why =
    another && similar.length > 0
      ? { reason: another.reason, details: { byHand: true, notTheSame: weighed } }
      : undefined
  const known = values as Partial<PersonRecord>
  const personId = await addPerson(ctx, known, why ?? { details: { byHand: true } })
  await ctx.enqueue({ queue: 'score-children', data: { personId } })
  return { outcome: 'added', personId }
}
