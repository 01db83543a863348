import { newItemId } from '../../values/ids.ts'
import type { ItemId } from '../../values/ids.ts'
import type { Answers } from '../answers.ts'
import { leastItems } from './group.ts'
import type { Group, GroupAnswer, GroupItem } from './group.ts'

/**
 * What a button of a page does to a group: `path` leads to it by the ids of groups and items in turn. It ends
 * with a group to which an item is added, or with the item that is removed.
 */
export type ItemsEdit = { kind: 'add' | 'remove'; path: string[] }

/** The value of the button that adds an item to a group, or removes one. */
export function itemsIntent(kind: ItemsEdit['kind'], place: string): string {
  return `${kind} ${place}`
}

/** Reads the value of such a button; undefined for every other one. */
export function findItemsEdit(intent: string): ItemsEdit | undefined {
  const [, kind, place] = /^(add|remove) ([a-z2-7_.]{1,200})$/.exec(intent) ?? []
  return kind && place ? { kind: kind === 'add' ? 'add' : 'remove', path: place.split('.') } : undefined
}

/** The answers after an edit, and the id of the box or part of the page to go on from. */
export function editItems(answers: Answers, edit: ItemsEdit): { answers: Answers; goTo: string } {
  const [groupId = '', ...rest] = edit.path
  const added = newItemId()
  const change = (items: GroupAnswer) =>
    edit.kind === 'add'
      ? [...items, { id: added, answers: {} }]
      : items.filter(({ id }) => id !== rest.at(-1))
  const items = itemsIn(answers[groupId])
  const goTo = edit.kind === 'add' ? [...edit.path, added] : edit.path.slice(0, -1)
  const [itemId, innerId] = rest
  const changed = innerId === undefined ? change(items) : changeInner(items, { itemId, innerId, change })
  return { answers: { ...answers, [groupId]: changed }, goTo: goTo.join('.') }
}

type InnerEdit = {
  itemId: string | undefined
  innerId: string
  change: (items: GroupAnswer) => GroupAnswer
}

function changeInner(items: GroupAnswer, { itemId, innerId, change }: InnerEdit): GroupAnswer {
  return items.map((item) => {
    if (item.id !== itemId) return item
    // An inner group holds no further one, so its items are those of a group of simple answers.
    const inner = change(itemsIn(item.answers[innerId])) as GroupItem['answers'][string]
    return { ...item, answers: { ...item.answers, [innerId]: inner } }
  })
}

/** The items of an answer, or none where it is no list of them. */
function itemsIn(answer: unknown): GroupAnswer {
  return Array.isArray(answer) ? (answer as GroupAnswer) : []
}

/**
 * The items to draw: at least as many as are needed, and one in any case. The ids of the blank ones follow from
 * their place, so that a page is drawn the same in the server and in the browser.
 */
export function listItemsToDraw(group: Pick<Group, 'required' | 'min'>, answer: GroupAnswer): GroupItem[] {
  const items = [...answer]
  for (let place = 0; items.length < Math.max(1, leastItems(group)); place += 1) {
    const id = blankItemId(place)
    if (!items.some((item) => item.id === id)) items.push({ id, answers: {} })
  }
  return items
}

function blankItemId(place: number): ItemId {
  const letter = (number: number) => 'abcdefghijklmnopqrstuvwxyz'.charAt(number)
  return `i_${'a'.repeat(24)}${letter(Math.floor(place / 26))}${letter(place % 26)}`
}
