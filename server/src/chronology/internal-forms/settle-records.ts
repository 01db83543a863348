import { inArray } from 'drizzle-orm'
import type { Answers } from '@send/shared/forms/answers'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { listQuestions } from '@send/shared/forms/form-definition'
import type { GroupAnswer } from '@send/shared/forms/questions/group'
import {
  isStaffOnly,
  type Question,
  type StaffQuestionType,
} from '@send/shared/forms/questions/question-types'
import type { RecordAnswer } from '@send/shared/forms/questions/staff-lookups'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { bases, people } from '../../people/tables.ts'

type Chosen = { type: StaffQuestionType; answer: RecordAnswer; put: (answer: RecordAnswer) => void }

/**
 * The answers with the name of every chosen record as it stands on the record today: the name that a client sends is
 * never believed. A record that is not there is refused.
 */
export async function settleRecords(
  ctx: ProcedureContext<Actor>,
  definition: FormDefinition,
  answers: Answers,
): Promise<Answers> {
  const settled = structuredClone(answers)
  const chosen = listQuestions(definition).flatMap((question) => listChosen(question, settled))
  const names = new Map<string, string>()
  for (const type of new Set(chosen.map((one) => one.type))) {
    const ids = chosen.filter((one) => one.type === type).map(({ answer }) => answer.id)
    for (const { id, name } of await namesOf(ctx, type, ids)) names.set(`${type} ${id}`, name)
  }
  for (const { type, answer, put } of chosen) {
    const name = names.get(`${type} ${answer.id}`)
    if (name === undefined)
      throw new SendError('bad-input', 'A chosen record is not there any more. Choose again.')
    put({ id: answer.id, name: name.slice(0, 300) })
  }
  return settled
}

/** The chosen records of a question among answers keyed by id, also those within its items. */
function listChosen(
  question: Pick<Question, 'id' | 'type'> | Question,
  answers: Record<string, unknown>,
): Chosen[] {
  const answer = answers[question.id]
  if (answer === undefined) return []
  if ('questions' in question) {
    return (answer as GroupAnswer).flatMap((item) =>
      question.questions.flatMap((member) => listChosen(member, item.answers)),
    )
  }
  if (!isStaffOnly(question.type)) return []
  const record = answer as RecordAnswer
  const put = (settled: RecordAnswer) => void (answers[question.id] = settled)
  return record.id === '' ? [] : [{ type: question.type, answer: record, put }]
}

function namesOf(
  ctx: ProcedureContext<Actor>,
  type: StaffQuestionType,
  ids: string[],
): Promise<{ id: string; name: string }[]> {
  switch (type) {
    case 'personLookup':
      return ctx.tx
        .select({ id: people.id, given: people.givenNames, family: people.familyName })
        .from(people)
        .where(inArray(people.id, ids))
        .then((rows) => rows.map(({ id, given, family }) => ({ id, name: `${given} ${family}`.trim() })))
    case 'baseLookup':
      return ctx.tx.select({ id: bases.id, name: bases.name }).from(bases).where(inArray(bases.id, ids))
    case 'staffLookup':
      return ctx.tx.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))
  }
}
