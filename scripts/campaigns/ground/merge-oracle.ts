import type { Ground } from './ground.ts'

/**
 * Whoever was ever merged is wholly a record of their own or wholly part of another, at every moment, and nothing stands on
 * two records; one sentence for each that is not.
 */
export async function checkMerged({ sql }: Ground): Promise<string[]> {
  const records = await sql<{ id: string; parts: boolean[] }[]>`
    select other.id, array[
      exists (select from merged_people where person_id::text = other.id),
      exists (select from merged_rows where person_id::text = other.id),
      not exists (select from people where people.id::text = other.id),
      not exists (select from candidate_keys where person_id::text = other.id),
      not exists (select from incoming_children where person_id::text = other.id),
      not exists (select from submissions where person_id::text = other.id),
      not exists (select from chronology_entries where person_id::text = other.id),
      not exists (select from involvements where person_id::text = other.id),
      not exists (select from child_access where person_id::text = other.id),
      other.merges = 1 + (select count(*) from unmerged_people where person_id::text = other.id)] as parts
    from (select object_id as id, count(*) as merges from audit_events
      where action = 'personMerges.merge' and object_kind = 'person' and outcome = 'done' group by object_id) other`
  const torn = await sql<{ id: string }[]>`
    select form.id from submissions form join incoming_children child on child.id = form.incoming_child_id
    where form.person_id is distinct from child.person_id
      or exists (select from chronology_entries entry where entry.submission_id = form.id
        and entry.person_id is distinct from form.person_id)
      or exists (select from involvements where opened_from = form.id
        and involvements.person_id is distinct from form.person_id)`
  return [
    ...records
      .filter(({ parts }) => new Set(parts).size > 1)
      .map((row) => `half merged: ${JSON.stringify(row)}`),
    ...torn.map(({ id }) => `the form ${id} and what came of it stand on two records`),
  ]
}
