import { listEntryProblems, type EntryField, type PersonEntry } from '@send/shared/people/person-entry'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { WorkContext } from '../../context.ts'
import { SendError } from '../../errors.ts'

/** Refuses details that nobody can have, among the fields that are about to be written; a window says so before it asks. */
export function requireSoundEntry(ctx: WorkContext, entry: PersonEntry, fields: readonly EntryField[]): void {
  const problems = listEntryProblems(entry, dateInLondon(ctx.now()))
  const sentence = 'Some of these details cannot be right. Nothing was saved.'
  if (fields.some((field) => problems[field])) throw new SendError('bad-input', sentence)
}
