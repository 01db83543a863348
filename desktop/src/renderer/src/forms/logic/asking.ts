import { wordOperand, wordThisItem } from '@send/shared/forms/conditions/condition-in-words'
import {
  keyOfOperand,
  listItemOperands,
  listOperands,
  listOperandsFor,
  type ConditionUse,
  type ListedOperand,
} from '@send/shared/forms/conditions/list-operands'
import type { Operand } from '@send/shared/forms/conditions/operand'
import { listPageQuestions, listQuestions, type FormDefinition } from '@send/shared/forms/form-definition'
import { compileForm } from '@send/shared/forms/logic/compile-form'
import { scopeOfItems, type Scope } from '@send/shared/forms/logic/compile-operand'
import { scopeAt } from '@send/shared/forms/logic/find-member'
import { listWithMembers } from '@send/shared/forms/map-questions'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

/** What the editor of a condition knows of the form: what may be asked there, and what everything is called. */
export type Asking = {
  offered: readonly OfferedOperand[]
  /** Also what may not be asked at this place, but is asked by a condition that was made before. */
  find: (operand: Operand) => OfferedOperand
  scope: Scope
  /** The groups whose items may be asked one by one, and what may be asked of such an item. */
  groups: readonly { id: string; label: string }[]
  ofItems: (groupId: string) => Asking
}

export type OfferedOperand = ListedOperand & { key: string; label: string }

/** What a condition of a part of the form can ask, under the numbers of the outline. */
export function askingFor(definition: FormDefinition, partId: string, use: ConditionUse): Asking {
  const scope = scopeAt(compileForm(definition), partId)
  const numbers = numberQuestions(definition)
  const questions = new Map(listWithMembers(listQuestions(definition)).map((asked) => [asked.id, asked]))
  const name = (listed: ListedOperand): OfferedOperand => {
    const { operand, words, itemOf } = listed
    const number = operand.from === 'answer' ? numbers.get(operand.questionId) : undefined
    const title = words.trim() || t('forms.noWording')
    const label = number
      ? `${number} ${title}`
      : itemOf
        ? t('logic.ofItem', { item: wordThisItem(itemOf), words: title })
        : title
    return { ...listed, key: keyOfOperand(operand), label }
  }
  const offered = listOperandsFor(definition, partId, use).map(name)
  const groups = offered.flatMap(({ operand, label }) => {
    const group = operand.from === 'answer' ? questions.get(operand.questionId) : undefined
    return group && listItemOperands(group).length > 0 ? [{ id: group.id, label }] : []
  })
  return { offered, find, scope, groups, ofItems }

  function ofItems(groupId: string): Asking {
    const group = questions.get(groupId)
    const asked = scope.find(groupId)?.asked
    const members = group ? listItemOperands(group).map(name) : []
    const inner: Asking = {
      offered: members,
      find: (operand) => members.find(({ key }) => key === keyOfOperand(operand)) ?? find(operand),
      scope: asked ? scopeOfItems(scope, asked) : scope,
      groups: [],
      ofItems: () => inner,
    }
    return inner
  }

  function find(operand: Operand): OfferedOperand {
    const key = keyOfOperand(operand)
    const known = offered.find((candidate) => candidate.key === key)
    if (known) return known
    const elsewhere = listOperands(definition).find((listed) => keyOfOperand(listed.operand) === key)
    const gone: ListedOperand = { operand, type: 'presence', options: [], words: wordOperand(operand, scope) }
    const named = name(elsewhere ?? gone)
    return { ...named, label: t('logic.notOffered', { words: named.label }) }
  }
}

function numberQuestions({ pages }: FormDefinition): Map<string, string> {
  return new Map(
    pages.flatMap((page, index) =>
      listPageQuestions(page).map(({ id }, place) => [id, `${index + 1}.${place + 1}`] as const),
    ),
  )
}
