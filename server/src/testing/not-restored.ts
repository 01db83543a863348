import { compareDatabases, type Difference, type WholeDatabase } from './whole-database.ts'

/**
 * What an undo of a match does not put back, and why: everything else of every table is afterwards as if the match had
 * never been. The tests compare the whole database by this list.
 */
const notRestored: Record<string, string> = {
  'audit_events.*': 'The trail is never changed: the match, the looks and the undo all stay in it.',
  'audit_seals.*': 'Seals of the trail.',
  'audit_alerts.*': 'Alerts about reading; who read much has read much.',
  'undone_matches.*': 'The log of the undo.',
  'undone_access.*': 'The authentications that the undo took back, kept as evidence.',
  'idempotency_keys.*': 'What repeated requests are answered: a repeat of the match must not match again.',
  'candidate_terms.*': 'How names are spelt, whoever has them; one that nobody has any more finds nobody.',
  'sessions.*':
    'Whoever asks for anything uses their session, and those that ran out are swept away meanwhile.',
  'incoming_children.row_version': 'Grows, so that a decision on a look from before the undo is a conflict.',
  'submissions.row_version': 'Grows, so that an approval on a look from before the undo is a conflict.',
}

/** What differs between two states of the database and stands in no exception. */
export function listRestorationFaults(before: WholeDatabase, after: WholeDatabase): Difference[] {
  return compareDatabases(before, after).filter(
    ({ table, column }) => !(`${table}.*` in notRestored || `${table}.${column}` in notRestored),
  )
}
