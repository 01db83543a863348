import type { Answers } from '../../../forms/answers.ts'
import { findCarerQuestion, type CarerQuestionType } from '../../../forms/carer-questions.ts'
import { listQuestions, type FormDefinition } from '../../../forms/form-definition.ts'
import { behaviourOf, type AnswerOf, type Question } from '../../../forms/questions/question-types.ts'
import { listContactProblems, readContact, type ContactKind } from '../../../people/family/contacts.ts'
import { relationshipKinds, type RelationshipKind } from '../../../people/family/relationships.ts'
import { isUnreadableText } from '../../../people/unreadable-text.ts'
import { isPhoneNumber, tidyPhoneNumber } from '../../../values/phone-number.ts'
import { findPostcode } from '../../../values/postcode.ts'
import type { PlainDate } from '../../../values/plain-date.ts'
import { joinCarers, type ToldCarer, type ToldContact } from './told-carer.ts'

/** The account of the parent or carer who sent a form: it fills in what the form does not ask. */
export type Sender = { name: string; email: string; phone: string | null }

type Form = { definition: FormDefinition; answers: Answers; sender: Sender | null; today: PlainDate }
type Scope = { questions: readonly Question[]; answers: Readonly<Record<string, unknown>>; today: PlainDate }

/**
 * The parents and carers of whom a form tells: one by the questions outside of groups, and one by each item of a group. Only
 * where a sender says what they are to the child does their account tell who they are. Whom nothing names is nobody.
 */
export function readCarers({ definition, answers, sender, today }: Form): ToldCarer[] {
  const questions = listQuestions(definition)
  const groups = questions.filter((question) => question.type === 'group')
  const ofItems = groups.flatMap((group) => {
    const items = (behaviourOf(group).parse(answers[group.id]) ?? []) as AnswerOf<'group'>
    return items.map((item) => readCarer({ questions: group.questions, answers: item.answers, today }, null))
  })
  const own = readCarer({ questions, answers, today }, sender)
  return joinCarers([own, ...ofItems].filter((carer) => carer !== undefined))
}

function readCarer(scope: Scope, sender: Sender | null): ToldCarer | undefined {
  const relation = readRelation(scope)
  const account = relation.relation === null ? null : sender
  const name = readName(scope) ?? (account && splitName(account.name))
  if (!name || [name.givenNames, name.familyName].some((each) => each === '' || isUnreadableText(each)))
    return undefined
  const told = readContacts(scope)
  const [phone, email] = [
    told.find(({ kind }) => kind !== 'email'),
    told.find(({ kind }) => kind === 'email'),
  ]
  const ofAccount = account
    ? [
        ...(phone || !account.phone ? [] : soundPhone(account.phone, scope.today)),
        ...(email ? [] : sound('email', account.email, scope.today)),
      ]
    : []
  const responsibility = answerOf(scope, 'yesNo')
  return {
    ...name,
    ...relation,
    responsibility: responsibility === 'yes' || responsibility === 'no' ? responsibility : null,
    contacts: [...told, ...ofAccount],
    address: readAddress(scope),
  }
}

/** The answer to the question of a type that tells of a carer; undefined where there is none, or nobody answered. */
function answerOf<Type extends CarerQuestionType>(
  { questions, answers }: Scope,
  type: Type,
): AnswerOf<Type> | undefined {
  const question: Question | undefined = findCarerQuestion(questions, type)
  if (!question) return undefined
  const behaviour = behaviourOf(question)
  const answer = behaviour.parse(answers[question.id])
  return answer === undefined || behaviour.isEmpty(answer) ? undefined : (answer as AnswerOf<Type>)
}

function readName(scope: Scope) {
  const answer = answerOf(scope, 'personName')
  return answer && { givenNames: answer.givenNames.trim(), familyName: answer.familyName.trim() }
}

/** An account has one name: the last word of it is the family name. */
function splitName(name: string) {
  const words = name.trim().split(/\s+/)
  return { givenNames: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? '' }
}

function readRelation(scope: Scope): Pick<ToldCarer, 'kind' | 'relation'> {
  const chosen = answerOf(scope, 'singleChoice')
  const question = findCarerQuestion(scope.questions, 'singleChoice')
  const option = question?.options.find(({ value }) => value === chosen)
  if (!option) return { kind: null, relation: null }
  return { kind: findKind([option.value, option.label.en]) ?? null, relation: option.label.en.trim() }
}

/** “Step-parent” and `step-parent` are the kind `stepParent`. */
function findKind(words: readonly string[]): RelationshipKind | undefined {
  const bare = (word: string) => word.toLowerCase().replaceAll(/[^a-z]/g, '')
  return relationshipKinds.find((kind) => words.some((word) => bare(word) === bare(kind)))
}

function readContacts(scope: Scope): ToldContact[] {
  const both = answerOf(scope, 'contactDetails')
  const phones = [answerOf(scope, 'phone'), both?.phone]
  const emails = [answerOf(scope, 'email'), both?.email]
  return [
    ...phones.flatMap((phone) => (phone ? soundPhone(phone, scope.today) : [])),
    ...emails.flatMap((email) => (email ? sound('email', email, scope.today) : [])),
  ]
}

function soundPhone(typed: string, today: PlainDate): ToldContact[] {
  // A number of another country may be either: nothing in it says so.
  const isMobile = isPhoneNumber(typed) && tidyPhoneNumber(typed).startsWith('07')
  return sound(isMobile ? 'mobile' : 'home', typed, today)
}

/** A contact in the one writing in which it is kept; none where it leads nowhere. */
function sound(kind: ContactKind, typed: string, today: PlainDate): ToldContact[] {
  const entry = { kind, value: typed, preferred: false, until: '' } as const
  if (listContactProblems(entry, today).value) return []
  return [{ kind, value: readContact(entry).value }]
}

function readAddress(scope: Scope): ToldCarer['address'] {
  const answer = answerOf(scope, 'address')
  if (!answer) return null
  const { line1, line2, town, postcode } = answer
  const parts = [line1, line2, town].map((part) => part.trim() || null)
  if (parts.some((part) => part !== null && isUnreadableText(part))) return null
  const [addressLine = null, addressLine2 = null, townOrNone = null] = parts
  return { addressLine, addressLine2, town: townOrNone, postcode: findPostcode(postcode) ?? null }
}
