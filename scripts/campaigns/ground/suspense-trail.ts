import type { Ground } from './ground.ts'

/** What a child may go through, told by the trail: the state that each deed leads from and to. */
const steps: Record<string, { from: string; to: string }> = {
  'suspense.addAsNew': { from: 'waiting', to: 'ready' },
  'suspense.match': { from: 'waiting', to: 'ready' },
  'suspense.discard': { from: 'waiting', to: 'discarded' },
  'suspense.bringBack': { from: 'discarded', to: 'waiting' },
  'undoneMatches.undo': { from: 'ready', to: 'waiting' },
}

export type TrailStep = { child: string; action: string; officer: string; personId: string | null }
type Child = { id: string; state: string; personId: string | null; settledBy: string | null }

/** What was done about children in suspense, in the order in which it was done. */
export function readTrail({ sql }: Pick<Ground, 'sql'>): Promise<TrailStep[]> {
  return sql<TrailStep[]>`
    select object_id as child, action, u.name as officer, person_id as "personId" from audit_events
    left join users u on u.id = actor_user_id
    where action in ${sql(Object.keys(steps))} and outcome = 'done' order by sequence`
}

/**
 * The trail of every child is a way that a child can go, and ends where the child is; nobody is on record who was not
 * added, and of those added nobody is missing whose match stands. One sentence for each thing that is otherwise.
 */
export async function checkTrail(ground: Pick<Ground, 'sql'>): Promise<string[]> {
  const { sql } = ground
  const children = await sql<Child[]>`
    select c.id, case when state in ('ready', 'discarded') then state else 'waiting' end as state,
      person_id as "personId", u.name as "settledBy"
    from incoming_children c left join users u on u.id = c.settled_by`
  const people = new Set((await sql<{ id: string }[]>`select id from people`).map(({ id }) => id))
  const faults: string[] = []
  const trail = new Map<string, TrailStep[]>()
  for (const step of await readTrail(ground)) trail.set(step.child, [...(trail.get(step.child) ?? []), step])
  for (const child of children) {
    const walked = trail.get(child.id) ?? []
    let state = 'waiting'
    for (const { action } of walked) {
      if (steps[action]?.from !== state) faults.push(`${child.id} was ${state} and then: ${action}`)
      state = steps[action]?.to ?? state
    }
    const last = walked.at(-1)
    const isSettled = state !== 'waiting'
    const by = isSettled ? last?.officer : null
    const personId = state === 'ready' ? last?.personId : null
    if (state !== child.state || by !== child.settledBy || personId !== child.personId)
      faults.push(`${child.id} is ${JSON.stringify(child)}, and its trail ends with ${JSON.stringify(last)}`)
    if (child.personId && !people.has(child.personId))
      faults.push(`the person of ${child.id} is not on record`)
  }
  const held = new Set(children.flatMap(({ personId }) => personId ?? []))
  for (const id of people) if (!held.has(id)) faults.push(`the person ${id} is on record and nobody’s`)
  return faults
}
