import type { QuestionType } from '@send/shared/forms/questions/question-types'
import type { RevisionStatus } from '@send/shared/forms/bank/bank-question'
import type { Text } from '@send/shared/texts/language'
import { and, asc, eq, ilike, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { ProcedureContext } from '../../context.ts'
import { bankQuestions, bankRevisions, bankUses } from './tables.ts'

export type BankFilter = {
  text: string
  type?: QuestionType | undefined
  show: 'current' | 'retired' | 'all'
}

export type ListedBankQuestion = {
  questionId: string
  code: string
  externalCode: string | null
  wording: Text
  type: QuestionType
  revision: number
  status: RevisionStatus
  retired: boolean
  /** How many published forms use it in any of their versions. */
  forms: number
  changedAt: string
  changedBy: string
}

const mostListed = 200

/** The questions of the bank by code as far as the filter finds them, and how many there are beyond those listed. */
export async function listBankQuestions(
  ctx: ProcedureContext,
  filter: BankFilter,
): Promise<{ questions: ListedBankQuestion[]; more: number }> {
  const { content } = bankRevisions
  const used = ctx.tx
    .select({
      questionId: bankUses.questionId,
      forms: sql<number>`count(distinct ${bankUses.formId})::int`.as('forms'),
    })
    .from(bankUses)
    .groupBy(bankUses.questionId)
    .as('used')
  const rows = await ctx.tx
    .select({
      row: {
        questionId: bankQuestions.id,
        code: bankQuestions.code,
        externalCode: bankQuestions.externalCode,
        wording: sql<Text>`${content}->'wording'`,
        type: sql<QuestionType>`${content}->>'type'`,
        revision: bankRevisions.number,
        forms: sql<number>`coalesce(${used.forms}, 0)`,
        changedBy: users.name,
      },
      frozenAt: bankRevisions.frozenAt,
      retiredAt: bankQuestions.retiredAt,
      changedAt: bankQuestions.changedAt,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(bankQuestions)
    .innerJoin(
      bankRevisions,
      and(
        eq(bankRevisions.questionId, bankQuestions.id),
        eq(bankRevisions.number, bankQuestions.latestRevision),
      ),
    )
    .innerJoin(users, eq(users.id, bankQuestions.changedBy))
    .leftJoin(used, eq(used.questionId, bankQuestions.id))
    .where(conditionOf(filter))
    .orderBy(asc(bankQuestions.code))
    .limit(mostListed)
  const questions = rows.map(({ row, frozenAt, retiredAt, changedAt }) => ({
    ...row,
    status: frozenAt ? ('frozen' as const) : ('draft' as const),
    retired: retiredAt !== null,
    changedAt: changedAt.toISOString(),
  }))
  return { questions, more: (rows[0]?.total ?? 0) - rows.length }
}

function conditionOf({ text, type, show }: BankFilter): SQL | undefined {
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { content } = bankRevisions
  return and(
    text === ''
      ? undefined
      : or(
          ilike(bankQuestions.code, pattern),
          ilike(bankQuestions.externalCode, pattern),
          ilike(sql`${content}->'wording'->>'en'`, pattern),
          ilike(sql`${content}->'wording'->>'cy'`, pattern),
        ),
    type ? eq(sql`${content}->>'type'`, type) : undefined,
    show === 'all'
      ? undefined
      : show === 'retired'
        ? isNotNull(bankQuestions.retiredAt)
        : isNull(bankQuestions.retiredAt),
  )
}
