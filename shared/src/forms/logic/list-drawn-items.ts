import { listItemsToDraw } from '../questions/edit-items.ts'
import type { Group, GroupAnswer, GroupItem } from '../questions/group.ts'
import { behaviourOf } from '../questions/question-types.ts'
import type { LogicPlace } from './find-place.ts'

/** The items of a group as they are drawn: those that were answered, and the blank ones that wait for an answer. */
export function listDrawnItems({ level, run, id }: LogicPlace, group: Group): GroupItem[] {
  const answer = behaviourOf(group).parse(run.answers[level.places.get(id) ?? -1])
  return listItemsToDraw(group, (answer ?? []) as GroupAnswer)
}
