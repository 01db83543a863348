import { compareDatabases, type Difference, type WholeDatabase } from './whole-database.ts'

/**
 * What an undo of a match, or the unmerge of two records, does not put back, and why: everything else of every table is
 * afterwards as if the match or the merge had never been. The tests compare the whole database by this list.
 */
const notRestored: Record<string, string> = {
  'audit_events.*': 'The trail is never changed: the match, the looks and the undo all stay in it.',
  'audit_seals.*': 'Seals of the trail.',
  'audit_alerts.*': 'Alerts about reading; who read much has read much.',
  'undone_matches.*': 'The log of the undo.',
  'matching_decisions.*':
    'What was decided, with what was seen: the thresholds are tried on it, also on matches that were undone.',
  'second_reviews.*': 'Decisions drawn for a second officer; an undo makes them no less drawn.',
  'unmerged_people.*': 'The log of the unmerge.',
  'undone_access.*': 'The authentications that the undo took back, kept as evidence.',
  'idempotency_keys.*': 'What repeated requests are answered: a repeat of the match must not match again.',
  'suspense_holds.*': 'Who looks at a child just now.',
  'mails.*': 'What senders were told of a question is told, and they are told again.',
  'job_runs.*': 'Jobs that ran meanwhile: each is done once, whatever is undone.',
  'matching_models.*': 'What a job estimated of all people.',
  'matching_value_counts.*': 'What a job counted of all people.',
  'incoming_children.scored_at': 'Children who wait are weighed by jobs, and weighed anew after the undo.',
  'incoming_children.model_version': 'As for scored_at.',
  'incoming_children.best_probability': 'As for scored_at.',
  'incoming_children.candidates': 'As for scored_at.',
  'sessions.*':
    'Whoever asks for anything uses their session, and those that ran out are swept away meanwhile.',
  'incoming_children.row_version': 'Grows, so that a decision on a look from before the undo is a conflict.',
  'submissions.row_version': 'Grows, so that an approval on a look from before the undo is a conflict.',
}

/** What differs between two states of the database and stands in no exception, nor among further columns. */
export function listRestorationFaults(
  before: WholeDatabase,
  after: WholeDatabase,
  notCompared: readonly string[] = [],
): Difference[] {
  const exempt = new Set([...Object.keys(notRestored), ...notCompared])
  return compareDatabases(before, after).filter(
    ({ table, column }) => !exempt.has(`${table}.*`) && !exempt.has(`${table}.${column}`),
  )
}
