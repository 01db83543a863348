import type { Page } from '../form-definition.ts'
import { listPageQuestions } from '../form-definition.ts'
import { inItem } from '../questions/group.ts'
import type { Question } from '../questions/question-types.ts'
import type { FormState } from './evaluate.ts'
import { findPlace } from './find-place.ts'
import { isShown } from './form-state.ts'
import { listDrawnItems } from './list-drawn-items.ts'
import type { Level } from './level.ts'

/**
 * The questions of a page that are shown, in order, and behind each group those questions of its items which only some
 * answers bring up: by their places, in the items that are drawn.
 */
export function listShownPlaces(state: FormState, page: Page): string[] {
  return listPageQuestions(page)
    .filter(({ id }) => isShown(state, id))
    .flatMap((question) => [question.id, ...placesWithin(state, question)])
}

function placesWithin(state: FormState, group: Question): string[] {
  const found = findPlace(state, group.id)
  const level = found?.level.groups.get(found.id)
  if (group.type !== 'group' || !found || !level) return []
  return listDrawnItems(found, group).flatMap(({ id }) =>
    group.questions.flatMap((member) => {
      const placed = inItem(group.id, id, member)
      if (!isShown(state, placed.id)) return []
      const within = placesWithin(state, placed)
      return level.shown.has(member.id) ? [placed.id, ...within] : within
    }),
  )
}

/** Whether answers decide what the questions of a group, or of a group within it, show or offer. */
export function changesWithin(level: Level): boolean {
  return level.shown.size > 0 || level.options.size > 0 || [...level.groups.values()].some(changesWithin)
}
