import type { Ground } from './ground.ts'

/** A child is wholly matched or wholly undone, at every moment; one sentence for each that is not. */
export async function checkUndone({ sql }: Ground): Promise<string[]> {
  const children = await sql<{ id: string; parts: boolean[] }[]>`
    select child.id, array[
      child.state = 'ready',
      num_nonnulls(child.person_id, child.decision, child.settled_by, child.settled_at, child.settled_from) = 5,
      not exists (select from submissions where incoming_child_id = child.id and person_id is null),
      exists (select from people where people.id = child.person_id),
      (select count(*) from audit_events where action in ('suspense.match', 'suspense.addAsNew')
        and outcome = 'done' and object_id = child.id::text)
        = 1 + (select count(*) from undone_matches where incoming_child_id = child.id)] as parts
    from incoming_children child`
  const forms = await sql<{ id: string; parts: boolean[] }[]>`
    select form.id, array[
      form.status = 'imported',
      num_nonnulls(form.handled_by, form.handled_at) = 2,
      exists (select from chronology_entries entry join chronology_access on entry_id = entry.id
        where entry.submission_id = form.id and entry.person_id = form.person_id),
      exists (select from involvements where opened_from = form.id and person_id = form.person_id)] as parts
    from submissions form`
  const [log] = await sql<{ undone: number; audited: number; kept: number; named: number; access: number }[]>`
    select (select count(*)::int from undone_matches) as undone,
      (select count(*)::int from audit_events where action = 'undoneMatches.undo' and outcome = 'done'
        and object_kind = 'incomingChild') as audited,
      (select count(*)::int from undone_access) as kept,
      (select coalesce(sum(jsonb_array_length(taken_back -> 'accessIds')), 0)::int from undone_matches) as named,
      (select count(*)::int from child_access access join undone_access using (id)) as access`
  const half = [...children, ...forms]
    .filter(({ parts }) => new Set(parts).size > 1)
    .map((row) => `half undone: ${JSON.stringify(row)}`)
  const isWhole = log && log.undone === log.audited && log.kept === log.named && log.access === 0
  return isWhole ? half : [...half, `the log and what was done differ: ${JSON.stringify(log)}`]
}
