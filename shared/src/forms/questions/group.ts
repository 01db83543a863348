import { z } from 'zod'
import { inLanguage } from '../../texts/language.ts'
import type { Language, Text } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { ItemId, QuestionId } from '../../values/ids.ts'
import { GroupMember, groupParts, mostGroupQuestions, mostItems, simpleAnswers } from './group-member.ts'
import type { Problem, QuestionModel, ReadField, ValidationContext } from './question-parts.ts'

/** Questions that are answered once for each of several things, such as for every brother and sister. */
export const Group = z.strictObject({
  ...groupParts,
  questions: z.array(GroupMember).max(mostGroupQuestions),
})
export type Group = z.infer<typeof Group>

/** Only ids of questions are keys: a record schema alone drops `__proto__` silently. */
function itemAnswers<Value extends z.ZodType>(value: Value) {
  return z
    .custom<Record<string, unknown>>(hasOnlyQuestionIds, 'Every answer must be keyed by its question’s id.')
    .pipe(z.record(QuestionId, value))
}

function itemsOf<Value extends z.ZodType>(value: Value) {
  return z
    .array(z.strictObject({ id: ItemId, answers: itemAnswers(value) }))
    .max(mostItems)
    .refine(
      (items) => new Set(items.map(({ id }) => id)).size === items.length,
      'An item stands there twice.',
    )
}

const SimpleAnswer = z.union(Object.values(simpleAnswers))
const InnerAnswer = itemsOf(SimpleAnswer)

/** One list of items; each has an id of its own, and its answers by the ids of the group's questions. */
export const GroupAnswer = itemsOf(z.union([...Object.values(simpleAnswers), InnerAnswer]))
export type GroupAnswer = z.infer<typeof GroupAnswer>
export type GroupItem = GroupAnswer[number]

/** What a group must be told about the types of its questions. */
type MemberBehaviour = {
  isEmpty: (answer: unknown) => boolean
  parse: (answer: unknown) => unknown
  read: (readField: ReadField) => unknown
  validate: (answer: unknown, context: ValidationContext) => Problem[]
  display: (answer: unknown, language: Language) => string
}
type BehaviourOf = (question: GroupMember) => MemberBehaviour

/** A question of a group as it stands in one item: all names and ids of its boxes begin with this one. */
export function inItem<Member extends GroupMember>(groupId: string, itemId: string, member: Member): Member {
  return { ...member, id: `${groupId}.${itemId}.${member.id}` }
}

/** The name of the field that lists the items of a group on a posted page. */
export function itemsField(groupId: string): string {
  return `${groupId}.items`
}

/** The fewest items that will do; a required group needs one at least. */
export function leastItems({ required, min }: Pick<Group, 'required' | 'min'>): number {
  return required ? Math.max(1, min) : min
}

/** “Brother or sister 2”, counted from 1. */
export function itemName({ itemLabel }: Pick<Group, 'itemLabel'>, index: number, language: Language): string {
  const label = inLanguage(itemLabel, language).trim()
  const number = index + 1
  return label === ''
    ? questionTranslator(language)('values.item', { number })
    : questionTranslator(language)('values.itemOf', { label, number })
}

/** Whether nothing of an item has been answered. */
function isBlank(group: Group, item: GroupItem, behaviourOf: BehaviourOf): boolean {
  return group.questions.every((member) => behaviourOf(member).isEmpty(item.answers[member.id]))
}

/** The items in which something was answered: blank ones are kept in a draft, but count for nothing. */
function listFilled(group: Group, answer: GroupAnswer, behaviourOf: BehaviourOf): GroupItem[] {
  return answer.filter((item) => !isBlank(group, item, behaviourOf))
}

/** Whether every answer in the items belongs to a question of the group and has its shape. */
export function fitsGroup(group: Group, answer: GroupAnswer, behaviourOf: BehaviourOf): boolean {
  return answer.every(({ answers }) =>
    Object.entries(answers).every(([questionId, value]) => {
      const member = group.questions.find(({ id }) => id === questionId)
      return member !== undefined && behaviourOf(member).parse(value) !== undefined
    }),
  )
}

/** The behaviour of groups, made from that of all types: a group may hold another one. */
export function makeGroupModel(behaviourOf: BehaviourOf): QuestionModel<Group, GroupAnswer> {
  return {
    emptyAnswer: () => [],
    isEmpty: (answer) => answer.every(({ answers }) => Object.values(answers).every(isBlankValue)),
    read(group, readField) {
      const ids = readField(itemsField(group.id)).split(' ').slice(0, mostItems)
      const known = [...new Set(ids)].filter((id) => ItemId.safeParse(id).success)
      return known.map((id) => ({ id, answers: readItem(group, id, readField) }))
    },
    validate: (group, answer, context) => validateGroup(group, answer, { ...context, behaviourOf }),
    display(group, answer, language) {
      const filled = listFilled(group, answer, behaviourOf)
      return filled.map((item, index) => displayItem(group, item, { index, language })).join('\n\n')
    },
    facts: () => new Map([['', { type: 'number', words: 'how many answers', read: countItems }]]),
  }

  function readItem(group: Group, itemId: string, readField: ReadField): GroupItem['answers'] {
    const answers = group.questions
      .filter(({ type }) => type !== 'guidance')
      .map((member) => [member.id, behaviourOf(inItem(group.id, itemId, member)).read(readField)] as const)
    return Object.fromEntries(answers) as GroupItem['answers']
  }

  function displayItem(group: Group, item: GroupItem, at: { index: number; language: Language }): string {
    const lines = group.questions.flatMap((member) => {
      const shown = behaviourOf(member).display(item.answers[member.id], at.language)
      return shown === '' ? [] : [`${inLanguage(member.wording, at.language)}:${indented(shown)}`]
    })
    return [itemName(group, at.index, at.language), ...lines].join('\n')
  }
}

/**
 * How a question is asked in one item, where it is named by its place: whether it is shown, what is required and offered
 * there, and what is said of the rules that its answer breaks.
 */
export type AskMember = (member: GroupMember) => {
  question: GroupMember
  isShown: boolean
  broken: readonly Text[]
}

type GroupContext = ValidationContext & { behaviourOf: BehaviourOf; ask?: AskMember | undefined }

/** What is wrong with a group: the answers in its items one by one, then how many there are. */
export function validateGroup(group: Group, answer: GroupAnswer, context: GroupContext): Problem[] {
  return validateItems(group, answer, { ...context, place: group.id })
}

/** `place` names the group in the item in which it stands; the problems name the group itself. */
function validateItems(
  group: Group,
  answer: GroupAnswer,
  context: GroupContext & { place: string },
): Problem[] {
  const { behaviourOf, language } = context
  const t = questionTranslator(language)
  const wording = { question: inLanguage(group.wording, language) }
  const filled = listFilled(group, answer, behaviourOf)
  if (filled.length === 0 && !group.required) return []
  const least = leastItems(group)
  const inItems = answer.flatMap((item, index) => {
    if (index >= least && isBlank(group, item, behaviourOf)) return []
    return group.questions.flatMap((member) =>
      validateMember(member, item, context).map((problem) => ({
        questionId: group.id,
        part: [item.id, member.id, problem.part].filter((part) => part !== undefined).join('.'),
        message: t('validation.inItem', {
          item: itemName(group, index, language),
          message: problem.message,
        }),
      })),
    )
  })
  if (inItems.length > 0) return inItems
  const say = (message: string) => [{ questionId: group.id, message }]
  if (filled.length < least) return say(t('validation.itemsTooFew', { ...wording, count: least }))
  if (filled.length > group.max) return say(t('validation.itemsTooMany', { ...wording, count: group.max }))
  return []
}

function validateMember(
  member: GroupMember,
  item: GroupItem,
  context: GroupContext & { place: string },
): Problem[] {
  const { behaviourOf, language, today, ask, place } = context
  const answer = item.answers[member.id]
  const placed = inItem(place, item.id, member)
  const asked = ask?.(placed)
  if (!asked) return behaviourOf(member).validate(answer, { language, today })
  if (!asked.isShown) return []
  const question = { ...asked.question, id: member.id }
  const behaviour = behaviourOf(question)
  const problems =
    question.type === 'group'
      ? validateItems(question, (behaviour.parse(answer) as GroupAnswer | undefined) ?? [], {
          ...context,
          place: placed.id,
        })
      : behaviour.validate(answer, { language, today })
  if (problems.length > 0 || behaviour.isEmpty(answer)) return problems
  return asked.broken.map((message) => ({ questionId: member.id, message: inLanguage(message, language) }))
}

/** Several lines stand below their question and a little to the right of it. */
function indented(shown: string): string {
  return shown.includes('\n') ? `\n${shown}`.replaceAll(/\n(?=.)/g, '\n  ') : ` ${shown}`
}

function countItems(answer: GroupAnswer): number | undefined {
  return answer.filter(({ answers }) => !isBlankValue(answers)).length || undefined
}

function isBlankValue(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return typeof value !== 'object' || value === null || Object.values(value).every(isBlankValue)
}

function hasOnlyQuestionIds(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((key) => QuestionId.safeParse(key).success)
  )
}
