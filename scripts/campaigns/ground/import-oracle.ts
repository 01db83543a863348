import type { Ground } from './ground.ts'

/** Nothing may be half imported or doubled, at no moment; one sentence for each thing that is. */
export async function checkImports({ sql }: Ground): Promise<string[]> {
  const children = await sql<
    { id: string; state: string; decided: number; audited: number; apart: number }[]
  >`
    with audited as (
      select object_id, count(*)::int as number from audit_events
      where action in ('suspense.match', 'suspense.addAsNew') and outcome = 'done' group by 1
    )
    select c.id, c.state, num_nonnulls(c.person_id, c.decision, c.settled_by, c.settled_at) as decided,
      coalesce(audited.number, 0) as audited,
      (select count(*)::int from submissions s
        where s.incoming_child_id = c.id and s.person_id is distinct from c.person_id) as apart
    from incoming_children c left join audited on audited.object_id = c.id::text`
  const forms = await sql<{ id: string; status: string; parts: number[]; access: number }[]>`
    with audited as (
      select object_id, count(*)::int as number from audit_events
      where action = 'chronology.approve' and outcome = 'done' group by 1
    )
    select s.id, s.status, array[
      (select count(*)::int from chronology_entries e where e.submission_id = s.id),
      (select count(*)::int from involvements i where i.opened_from = s.id),
      coalesce(audited.number, 0),
      num_nonnulls(s.handled_by)] as parts,
      (select count(*)::int from chronology_access a join chronology_entries e on e.id = a.entry_id
        where e.submission_id = s.id) as access
    from submissions s left join audited on audited.object_id = s.id::text`
  const [people] = await sql<{ added: number; decided: number; distinct: number }[]>`
    select (select count(*)::int from people) as added, count(*)::int as decided,
      count(distinct person_id)::int as distinct
    from incoming_children where decision = 'addedAsNew'`
  const faults = children
    .filter(({ state, decided, audited, apart }) => {
      const ready = state === 'ready'
      return decided !== (ready ? 4 : 0) || audited !== (ready ? 1 : 0) || apart > 0
    })
    .map((child) => `the child ${child.id} is half settled: ${JSON.stringify(child)}`)
  for (const form of forms) {
    const expected = form.status === 'imported' ? 1 : 0
    if (form.parts.some((part) => part !== expected) || form.access !== expected)
      faults.push(`the form ${form.id} is half imported: ${JSON.stringify(form)}`)
  }
  if (people && (people.added !== people.decided || people.distinct !== people.decided))
    faults.push(`people were added beside decisions: ${JSON.stringify(people)}`)
  return faults
}
