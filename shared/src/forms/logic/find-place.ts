import { statesIn, workOutBlank } from './compute-group.ts'
import type { FormState } from './evaluate.ts'
import type { GroupLevel, Level } from './level.ts'
import type { Run } from './run.ts'

/**
 * Where logic is read: the questions that are answered together, how they are worked out, and an id among them; in an
 * item, the group of which it is one.
 */
export type LogicPlace = { level: Level; run: Run; id: string; group: GroupLevel | undefined }

/**
 * Where a part of a form stands, or a question in an item of a group: its place is the ids of groups, items and the
 * question in turn, as the names of its boxes begin. Undefined where the group has no logic of its own.
 */
export function findPlace(state: FormState, place: string): LogicPlace | undefined {
  if (!place.includes('.')) return { level: state.form, run: state, id: place, group: undefined }
  let [level, run]: [Level, Run] = [state.form, state]
  let group: GroupLevel | undefined
  const steps = place.split('.')
  for (let step = 0; step + 2 < steps.length; step += 2) {
    const [groupId = '', itemId = ''] = steps.slice(step)
    const [inner, node] = [level.groups.get(groupId), level.values.get(groupId)]
    if (!inner || node === undefined) return undefined
    const known = statesIn(run.results[node]).find(({ id }) => id === itemId)
    const { answers, results } = known ?? workOutBlank(inner, itemId, run)
    level = group = inner
    run = { context: state.context, answers, results, outer: run }
  }
  return { level, run, id: steps.at(-1) ?? '', group }
}

/** The result of a node; what nothing depends on in an item is worked out only now. */
export function readNode({ level, run, group }: LogicPlace, node: number): unknown {
  const isOrdered = !group || level.ranks[node] !== -1
  return isOrdered ? run.results[node] : level.nodes[node]?.compute(run)
}
