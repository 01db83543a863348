import { copyQuestion, withIds, type Renaming } from '../copy-parts.ts'
import { listWithMembers } from '../map-questions.ts'
import type { Condition } from '../conditions/condition.ts'
import type { GroupMember } from '../questions/group-member.ts'
import { newIdLike } from '../../values/ids.ts'
import type { Question } from '../questions/question-types.ts'
import { isAbout, type BankRevision } from './bank-question.ts'
import type { BankTie } from './bank-tie.ts'
import { idsInOrder, saysTheSame } from './same-question.ts'

/** A question of the bank as a form takes it: the bank's words under ids of its own, tied to the revision. */
export function placeQuestion(tie: BankTie, content: Question): Question {
  return { ...copyQuestion(content), bank: tie }
}

/** The question on its own: from here on the form alone says what it says. */
export function untieQuestion(question: Question): Question {
  const { bank: _, ...rest } = question
  return rest
}

/** The question as it is, with nothing to be offered until there is a revision after this one. */
export function passOver(question: Question, revision: number): Question {
  return question.bank ? { ...question, bank: { ...question.bank, passedOver: revision } } : question
}

/**
 * The question with what another revision says. Its id stays, and the ids of the questions of a group stay where the
 * revision that it holds has them too, because answers are kept under them; what the form decides itself stays.
 */
export function takeRevision(placed: Question, next: BankRevision, held: BankRevision | undefined): Question {
  if (!placed.bank) return placed
  const content = withIds(next.content, renamingsFor(placed, next.content, held?.content))
  const { showIf, requiredIf, prefill, required } = placed
  const rules = [...(content.rules ?? []), ...ownRules(placed)]
  const { passedOver: _, ...tie } = placed.bank
  const taken = {
    ...content,
    id: placed.id,
    ...(showIf ? { showIf } : {}),
    ...(requiredIf ? { requiredIf } : {}),
    ...(prefill ? { prefill } : {}),
    required: content.type === 'guidance' ? content.required : required,
    ...(rules.length > 0 ? { rules } : {}),
    ...(placed.type === 'calculated' && content.type === 'calculated' ? { formula: placed.formula } : {}),
    bank: { ...tie, revision: next.number },
  }
  return withMembersOwn(withOptionConditions(taken, placed), placed, ownIds(placed))
}

/** The questions of a group with what the form decided of each: when it is asked or required, and its rules. */
function withMembersOwn(taken: Question, placed: Question, own: ReadonlySet<string>): Question {
  if (taken.type !== 'group' || placed.type !== 'group') return taken
  const ofForm = (condition: Condition | undefined) =>
    condition && !isAbout(condition, own) ? condition : undefined
  const members: GroupMember[] = taken.questions
  const questions = members.map((member) => {
    const was = placed.questions.find(({ id }) => id === member.id)
    if (!was) return member
    const [showIf, requiredIf] = [ofForm(was.showIf), ofForm(was.requiredIf)]
    const rules = [...(member.rules ?? []), ...(was.rules ?? []).filter(({ must }) => !isAbout(must, own))]
    const kept = {
      ...member,
      ...(showIf ? { showIf } : {}),
      ...(requiredIf ? { requiredIf } : {}),
      ...(rules.length > 0 ? { rules } : {}),
    }
    // A question of a group stays one, whatever is decided of it.
    return withMembersOwn(withOptionConditions(kept, was), was, own) as GroupMember
  })
  return { ...taken, questions }
}

function ownIds(placed: Question): ReadonlySet<string> {
  return new Set(listWithMembers([placed]).map(({ id }) => id))
}

/** Rules about other questions of the form, which no revision can hold. */
function ownRules(placed: Question): NonNullable<Question['rules']> {
  return (placed.rules ?? []).filter(({ must }) => !isAbout(must, ownIds(placed)))
}

function renamingsFor(placed: Question, next: Question, held: Question | undefined): Renaming[] {
  const known = held && saysTheSame(untieRules(placed), held) ? pair(held, untieRules(placed)) : undefined
  const nextIds = idsInOrder(next)
  // Where nothing tells which is which, a group of the same questions in the same order is taken for the same.
  const guessed = known ?? (sameShape(placed, next) ? pair(next, placed) : new Map<string, string>())
  return nextIds.map((id, index): Renaming => [
    id,
    index === 0 ? placed.id : (guessed.get(id) ?? newIdLike(id)),
  ])
}

/** Without the form's own rules, so that what is left has the structure of the revision. */
function untieRules(placed: Question): Question {
  const own = new Set(ownRules(placed).map(({ id }) => id))
  const rules = placed.rules?.filter(({ id }) => !own.has(id))
  return rules ? { ...placed, rules } : placed
}

function pair(content: Question, placed: Question): Map<string, string> {
  const [from, to] = [idsInOrder(content), idsInOrder(placed)]
  const pairs = from.map((id, index): [string, string] => [id, to[index] ?? id])
  return from.length === to.length ? new Map(pairs) : new Map()
}

function sameShape(placed: Question, next: Question): boolean {
  const shape = (question: Question) =>
    listWithMembers([question])
      .map(({ type, rules = [] }) => `${type} ${rules.length}`)
      .join()
  return shape(placed) === shape(next)
}

/** An option that is there before and after is shown when the form said. */
function withOptionConditions(taken: Question, placed: Question): Question {
  if (!('options' in taken) || !('options' in placed)) return taken
  const shown = new Map(placed.options.map(({ value, showIf }) => [value, showIf]))
  const options = taken.options.map((option) => {
    const showIf = option.showIf ?? shown.get(option.value)
    return showIf ? { ...option, showIf } : option
  })
  return { ...taken, options }
}
