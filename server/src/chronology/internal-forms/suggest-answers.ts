import { and, asc, eq, inArray } from 'drizzle-orm'
import { isAnswered, type Answers } from '@send/shared/forms/answers'
import type { PersonFact } from '@send/shared/forms/conditions/operand'
import { listQuestions, type FormDefinition } from '@send/shared/forms/form-definition'
import { behaviourOf, type Answer, type Question } from '@send/shared/forms/questions/question-types'
import { canBeOffered } from '@send/shared/submissions/offers/judge-offer'
import type { Actor, ProcedureContext } from '../../context.ts'
import { forms } from '../../forms/tables.ts'
import { answers as submittedAnswers, submissions } from '../../submissions/tables.ts'
import { readableOfPerson } from '../readable-entries.ts'
import { chronologyEntries } from '../tables.ts'

type Asked = {
  definition: FormDefinition
  personId: string
  person: Partial<Record<PersonFact, string>>
  /** What is answered already is not suggested. */
  answers: Answers
}

/** What the person's record, or the latest form of theirs that the asker may read, says to questions without an answer. */
export async function suggestAnswers(ctx: ProcedureContext<Actor>, asked: Asked): Promise<Answers> {
  const { definition, personId, person, answers } = asked
  const open = listQuestions(definition).filter(
    (question) => question.prefill && canBeOffered(question.type) && !isAnswered(question, answers),
  )
  const earlier = await listEarlier(ctx, personId, open)
  const suggested: Answers = {}
  for (const question of open) {
    const { prefill } = question
    const value =
      prefill?.from === 'form'
        ? behaviourOf(question).parse(earlier.get(`${prefill.code} ${prefill.questionId}`))
        : prefill?.from === 'person'
          ? answerFromFact(question, person[prefill.fact])
          : undefined
    if (value !== undefined) suggested[question.id] = value
  }
  return suggested
}

/** A fact of the record as an answer to a question; undefined where it does not fit. */
function answerFromFact(question: Question, fact: string | undefined): Answer | undefined {
  if (fact === undefined) return undefined
  if (question.type !== 'date') return behaviourOf(question).parse(fact)
  const [year = '', month = '', day = ''] = fact.split('-')
  return behaviourOf(question).parse({ day: String(Number(day)), month: String(Number(month)), year })
}

/** By code and question the answers of the person's forms that the asker may read, of several the latest. */
async function listEarlier(
  ctx: ProcedureContext<Actor>,
  personId: string,
  open: readonly Question[],
): Promise<Map<string, unknown>> {
  const sources = open.flatMap(({ prefill }) => (prefill?.from === 'form' ? [prefill] : []))
  if (sources.length === 0) return new Map()
  const { questionId, value } = submittedAnswers
  const rows = await ctx.tx
    .select({ code: forms.code, questionId, value })
    .from(chronologyEntries)
    .innerJoin(submissions, eq(submissions.id, chronologyEntries.submissionId))
    .innerJoin(forms, eq(forms.id, submissions.formId))
    .innerJoin(submittedAnswers, eq(submittedAnswers.submissionId, submissions.id))
    .where(
      and(
        eq(chronologyEntries.personId, personId),
        readableOfPerson(personId, ctx.actor),
        inArray(
          forms.code,
          sources.map(({ code }) => code),
        ),
        inArray(
          questionId,
          sources.map((source) => source.questionId),
        ),
      ),
    )
    .orderBy(asc(chronologyEntries.occurredOn), asc(chronologyEntries.addedAt))
  return new Map(rows.map((row) => [`${row.code} ${row.questionId}`, row.value]))
}
