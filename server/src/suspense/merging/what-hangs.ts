import type { HangingKind } from '@send/shared/suspense/merging/merged-records'

export type Hanging = {
  kind: HangingKind
  table: string
  column: string
  /** What makes a row one of its own, beside the person. */
  key: string
  /** A person has one row at most for each key: the second goes, and comes back with the unmerge. */
  once?: true
  /** Whoever decides on a look from before is told. */
  grows?: true
  /**
   * At an unmerge a row goes back that was moved: always; never, because it only follows another; or, where it may be
   * either, on a condition.
   */
  goesBack?: 'never' | string
  /** It goes back, also when it came after the merge, with a row of another table; `$parents` are the ids of those. */
  follows?: readonly { table: string; where: string }[]
}

/**
 * Everything that refers to a person, in the order in which it is locked, and what becomes of it when two records become
 * one and two again. A test holds this list against the foreign keys of the database: a new table has one line here.
 */
export const whatHangs: readonly Hanging[] = [
  {
    kind: 'waitingChildren',
    table: 'incoming_children',
    column: 'person_id',
    key: 'id',
    grows: true,
    // Who was matched anew since the merge was matched to what both records say.
    goesBack: 'settled_at <= $mergedAt',
  },
  {
    kind: 'forms',
    table: 'submissions',
    column: 'person_id',
    key: 'id',
    grows: true,
    goesBack: 'incoming_child_id is null',
    follows: [
      { table: 'incoming_children', where: 'incoming_child_id = any($parents)' },
      {
        table: 'internal_forms',
        where: `id in (select entry.submission_id from chronology_entries entry
          join internal_forms form on form.entry_id = entry.id where form.id = any($parents))`,
      },
    ],
  },
  { kind: 'adviceRequests', table: 'advice_requests', column: 'person_id', key: 'id' },
  {
    kind: 'formsOfStaff',
    table: 'internal_forms',
    column: 'person_id',
    key: 'id',
    follows: [{ table: 'chronology_entries', where: 'amends_entry_id = any($parents)' }],
  },
  {
    kind: 'entries',
    table: 'chronology_entries',
    column: 'person_id',
    key: 'id',
    goesBack: 'never',
    follows: [{ table: 'submissions', where: 'submission_id = any($parents)' }],
  },
  {
    kind: 'involvements',
    table: 'involvements',
    column: 'person_id',
    key: 'id',
    goesBack: 'never',
    follows: [{ table: 'submissions', where: 'opened_from = any($parents)' }],
  },
  {
    kind: 'conflicts',
    table: 'import_conflicts',
    column: 'person_id',
    key: 'id',
    goesBack: 'never',
    follows: [{ table: 'incoming_children', where: 'incoming_child_id = any($parents)' }],
  },
  {
    kind: 'importedValues',
    table: 'imported_values',
    column: 'person_id',
    key: 'id',
    goesBack: 'never',
    follows: [{ table: 'incoming_children', where: 'incoming_child_id = any($parents)' }],
  },
  {
    kind: 'changes',
    table: 'person_changes',
    column: 'person_id',
    key: 'id',
    goesBack: 'incoming_child_id is null',
    follows: [{ table: 'incoming_children', where: 'incoming_child_id = any($parents)' }],
  },
  {
    kind: 'numbers',
    table: 'person_external_ids',
    column: 'person_id',
    key: 'id',
    goesBack: 'never',
    follows: [{ table: 'incoming_children', where: 'incoming_child_id = any($parents)' }],
  },
  {
    kind: 'rejections',
    table: 'rejected_candidates',
    column: 'person_id',
    key: 'incoming_child_id',
    once: true,
  },
  { kind: 'portalUsers', table: 'child_access', column: 'person_id', key: 'id' },
  { kind: 'invitations', table: 'invitations', column: 'person_id', key: 'id' },
  {
    kind: 'family',
    table: 'relationships',
    column: 'child_id',
    key: 'id',
    // Who came to the family by what a child told goes where that child goes.
    follows: [
      {
        table: 'incoming_children',
        where: `id in (select object_id from imported_family
          where fact = 'relationship' and incoming_child_id = any($parents))`,
      },
    ],
  },
  { kind: 'family', table: 'relationships', column: 'carer_id', key: 'id' },
  { kind: 'contacts', table: 'contacts', column: 'person_id', key: 'id' },
  { kind: 'hiddenChildren', table: 'hidden_children', column: 'person_id', key: 'user_id', once: true },
  { kind: 'mergedRecords', table: 'merged_people', column: 'survivor_id', key: 'person_id' },
]

/** What is made of a record anew, and so goes with it and comes back with it. */
export const madeAnew: readonly string[] = ['candidate_keys.person_id', 'unkeyed_people.person_id']
