import { itemName } from '../questions/group.ts'
import { wordHiddenReason } from '../conditions/condition-in-words.ts'
import type { FormState } from './evaluate.ts'
import { findPlace } from './find-place.ts'
import { isShown } from './form-state.ts'
import type { Level } from './level.ts'
import { listDrawnItems } from './list-drawn-items.ts'
import { findHiddenReason } from './why-hidden.ts'

/**
 * A part that the answers hide, and why in English: “hidden because …”. Of a question in an item of a group, `within`
 * names the item and the question, and `id` is that of the group which stands in the outline.
 */
export type HiddenPart = {
  id: string
  kind: 'page' | 'section' | 'question'
  reason: string
  within?: string
}

/** What the answers hide, in the order of the form; what stands in a hidden page or section goes without saying. */
export function listHidden(state: FormState): HiddenPart[] {
  const hidden: HiddenPart[] = []
  for (const { id, kind, parentId } of state.form.parts.values()) {
    if (isShown(state, id)) {
      hidden.push(...listHiddenWithin(state, state.form, { place: id, id, within: '' }))
      continue
    }
    if (parentId !== undefined && !isShown(state, parentId)) continue
    const reason = findHiddenReason(state, id)
    if (reason) hidden.push({ id, kind, reason: wordHiddenReason(reason, state.form.scope) })
  }
  return hidden
}

type Within = { place: string; id: string; within: string }

/** What is hidden in the items of a group, item by item as they are drawn. */
function listHiddenWithin(state: FormState, level: Level, { place, id, within }: Within): HiddenPart[] {
  const found = findPlace(state, place)
  const group = found && level.groups.get(found.id)
  if (!found || !group) return []
  return listDrawnItems(found, group.group).flatMap((item, index) => {
    const name = within + itemName(group.group, index, 'en')
    return group.members.flatMap(({ question }): HiddenPart[] => {
      const own = `${place}.${item.id}.${question.id}`
      const words = `${name}, ‘${question.wording.en}’`
      if (isShown(state, own)) {
        return listHiddenWithin(state, group, { place: own, id, within: `${words}, ` })
      }
      const reason = findHiddenReason(state, own)
      if (!reason) return []
      return [{ id, kind: 'question', within: words, reason: wordHiddenReason(reason, group.scope) }]
    })
  })
}

/** Whether any answers hide anything at all. */
export function canHide(level: Level): boolean {
  return level.shown.size > 0 || [...level.groups.values()].some(canHide)
}
