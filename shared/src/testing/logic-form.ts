import type { Condition } from '../forms/conditions/condition.ts'
import type { FormDefinition } from '../forms/form-definition.ts'
import type { GroupMember, SimpleQuestion } from '../forms/questions/group-member.ts'
import type { Question } from '../forms/questions/question-types.ts'
import { newId, newItemId } from '../values/ids.ts'
import { buildForm, buildPage, buildQuestion } from './build-form.ts'
import { seededRandom } from '../values/seeded-random.ts'

type Random = ReturnType<typeof seededRandom>

const types = ['yesNo', 'singleChoice', 'wholeNumber', 'shortText', 'date'] as const
const perPage = 50

/**
 * A form of many questions and conditions for tests and measurements: a seeded condition asks one to three of the
 * questions before it, some of them on a page or an option.
 */
export function buildLogicForm(questions: number, conditions: number, seed: number): FormDefinition {
  const random = seededRandom(seed)
  const made: Question[] = []
  const chance = conditions / questions
  let left = conditions
  for (let number = 0; number < questions; number += 1) {
    const type = types[number % types.length] ?? 'yesNo'
    const mustHave = questions - number <= left
    const conditional = number > 0 && left > 0 && (mustHave || random() < chance)
    if (conditional) left -= 1
    const showIf = conditional ? conditionOn(made, random) : undefined
    made.push({ ...buildQuestion(type, { required: random() < 0.5 }), ...(showIf ? { showIf } : {}) })
  }
  const pages = Array.from({ length: Math.ceil(questions / perPage) }, (_, page) =>
    buildPage(made.slice(page * perPage, (page + 1) * perPage)),
  )
  return buildForm({ pages })
}

/**
 * A form with groups whose questions have logic of their own, about the same item, the item around it and the form, and
 * with questions after them that ask the items: seeded, for tests.
 */
export function buildGroupLogicForm(seed: number): FormDefinition {
  const random = seededRandom(seed)
  const made: Question[] = Array.from({ length: 6 }, (_, index) => withLogic(types[index % 5], [], random))
  for (let group = 0; group < 3; group += 1) {
    const members: GroupMember[] = []
    for (let member = 0; member < 5; member += 1) {
      members.push(withLogic(types[member % 5], [...made, ...members], random))
      if (member === 2) members.push(innerGroup([...made, ...members], random))
    }
    const showIf = random() < 0.5 ? { showIf: conditionOn(made, random) } : {}
    const built = buildQuestion('group', { questions: members, max: 10, required: false, ...showIf })
    const kind = (['anyItem', 'allItems', 'noItem'] as const)[group] ?? 'anyItem'
    const condition = conditionOn(members, random)
    made.push(built, buildQuestion('yesNo', { showIf: { kind, group: built.id, condition } }))
  }
  return buildForm({ pages: [buildPage(made)] })
}

function innerGroup(before: readonly Question[], random: Random): GroupMember {
  const questions: SimpleQuestion[] = []
  for (const type of types) questions.push(withLogic(type, [...before, ...questions], random))
  const showIf = random() < 0.3 ? { showIf: conditionOn(before, random) } : {}
  return buildQuestion('group', { questions, required: false, ...showIf }) as GroupMember
}

function withLogic(
  type: (typeof types)[number] = 'yesNo',
  before: readonly Question[],
  random: Random,
): SimpleQuestion {
  const condition = () => conditionOn(before, random)
  const question = buildQuestion(type, { required: random() < 0.3 })
  if (before.length === 0) return question
  const logic = {
    ...question,
    ...(random() < 0.6 ? { showIf: condition() } : {}),
    ...(random() < 0.4 ? { requiredIf: condition() } : {}),
    ...(random() < 0.4 ? { rules: [{ id: newId(), must: condition(), message: { en: 'Not so.' } }] } : {}),
  }
  if (logic.type !== 'singleChoice' || random() < 0.5) return logic
  return { ...logic, options: logic.options.map((option) => ({ ...option, showIf: condition() })) }
}

function conditionOn(questions: readonly Question[], random: Random): Condition {
  const simple = Array.from({ length: 1 + Math.floor(random() * 3) }, () => simpleOn(questions, random))
  const [first] = simple
  if (simple.length === 1 && first) return first
  return { kind: (['all', 'any', 'none'] as const)[Math.floor(random() * 3)] ?? 'all', conditions: simple }
}

function simpleOn(questions: readonly Question[], random: Random): Condition {
  const question = questions[Math.floor(random() * questions.length)] ?? buildQuestion('yesNo')
  const of = { from: 'answer', questionId: question.id } as const
  if (random() < 0.1) return { kind: 'answered', of }
  switch (question.type) {
    case 'yesNo':
      return { kind: 'equals', of, value: random() < 0.5 ? 'yes' : 'no' }
    case 'singleChoice':
      return { kind: 'oneOf', of, values: random() < 0.5 ? ['home'] : ['home', 'school'] }
    case 'wholeNumber':
      return { kind: 'number', of, comparison: 'atLeast', than: Math.floor(random() * 20) }
    case 'group':
      return { kind: 'number', of, comparison: 'atLeast', than: 1 }
    case 'date':
      return { kind: 'before', of, date: { kind: 'today', days: -Math.floor(random() * 1000) } }
    default:
      return { kind: 'contains', of, value: 'e' }
  }
}

/** A seeded answer to a question of such a form; sometimes none, and sometimes nonsense. */
export function answerLogicQuestion(question: Question, random: Random): unknown {
  const dice = random()
  if (dice < 0.1) return undefined
  if (dice < 0.15) return { constructor: 'nonsense' }
  switch (question.type) {
    case 'yesNo':
      return dice < 0.6 ? 'yes' : 'no'
    case 'singleChoice':
      return dice < 0.5 ? 'home' : dice < 0.9 ? 'school' : 'moon'
    case 'wholeNumber':
      return dice < 0.9 ? String(Math.floor(random() * 20)) : 'many'
    case 'date':
      return {
        day: '1',
        month: String(1 + Math.floor(random() * 13)),
        year: String(2022 + Math.floor(random() * 5)),
      }
    case 'group':
      return Array.from({ length: Math.floor(random() * 4) }, () => ({
        id: newItemId(),
        answers: Object.fromEntries(
          question.questions.map((member) => [member.id, answerLogicQuestion(member, random)]),
        ),
      }))
    default:
      return dice < 0.5 ? 'Elm' : 'Oak'
  }
}
