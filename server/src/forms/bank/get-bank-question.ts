import type { RevisionStatus } from '@send/shared/forms/bank/bank-question'
import type { Question } from '@send/shared/forms/questions/question-types'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { definitionDrafts } from '../drafts/tables.ts'
import { formVersions, forms } from '../tables.ts'
import { bankQuestions, bankRevisions, bankUses } from './tables.ts'

export type RevisionInBank = {
  number: number
  content: Question
  status: RevisionStatus
  changedAt: string
  changedBy: string
}

/** A form that uses the question: in its latest version, only in older ones, or in the draft that officers share. */
export type BankUse = {
  formId: string
  code: string
  title: string
  where: 'latest' | 'older' | 'draft'
  /** The newest published version with it; null for a draft. */
  version: number | null
  revision: number
}

export type BankQuestion = {
  questionId: string
  code: string
  externalCode: string | null
  retired: boolean
  rowVersion: number
  /** The newest first. */
  revisions: RevisionInBank[]
  uses: BankUse[]
}

/** One question of the bank with all its revisions and where it is used; throws not-found. */
export async function getBankQuestion(ctx: ProcedureContext, questionId: string): Promise<BankQuestion> {
  const [found] = await ctx.tx.select().from(bankQuestions).where(eq(bankQuestions.id, questionId))
  if (!found) throw notFound()
  const rows = await ctx.tx
    .select({ revision: bankRevisions, changedBy: users.name })
    .from(bankRevisions)
    .innerJoin(users, eq(users.id, bankRevisions.changedBy))
    .where(eq(bankRevisions.questionId, questionId))
    .orderBy(desc(bankRevisions.number))
  const revisions = rows.map(({ revision: { number, content, frozenAt, changedAt }, changedBy }) => ({
    number,
    content,
    status: frozenAt ? ('frozen' as const) : ('draft' as const),
    changedAt: changedAt.toISOString(),
    changedBy,
  }))
  const { code, externalCode, retiredAt, rowVersion } = found
  const uses = [...(await listPublished(ctx, questionId)), ...(await listDrafted(ctx, questionId))]
  return { questionId, code, externalCode, retired: retiredAt !== null, rowVersion, revisions, uses }
}

async function listPublished(ctx: ProcedureContext, questionId: string): Promise<BankUse[]> {
  const rows = await ctx.tx
    .selectDistinctOn([forms.code], {
      formId: forms.id,
      code: forms.code,
      title: sql<string>`${formVersions.definition}->'title'->>'en'`,
      latest: forms.latestVersion,
      version: bankUses.version,
      revision: bankUses.revision,
    })
    .from(bankUses)
    .innerJoin(forms, eq(forms.id, bankUses.formId))
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, bankUses.formId), eq(formVersions.number, bankUses.version)),
    )
    .where(eq(bankUses.questionId, questionId))
    .orderBy(asc(forms.code), desc(bankUses.version), desc(bankUses.revision))
  return rows.map(({ latest, ...use }) => ({ ...use, where: use.version === latest ? 'latest' : 'older' }))
}

async function listDrafted(ctx: ProcedureContext, questionId: string): Promise<BankUse[]> {
  const { definition } = definitionDrafts
  const ties = sql`jsonb_path_query_array(${definition}, '$.pages.**.bank ? (@.questionId == $id)', jsonb_build_object('id', ${questionId}::text))`
  const rows = await ctx.tx
    .select({
      formId: definitionDrafts.formId,
      code: sql<string>`${definition}->>'code'`,
      title: sql<string>`${definition}->'title'->>'en'`,
      revision: sql<number>`(${ties}->0->>'revision')::int`,
    })
    .from(definitionDrafts)
    .where(and(isNull(definitionDrafts.closed), sql`jsonb_array_length(${ties}) > 0`))
    .orderBy(asc(sql`${definition}->>'code'`))
  return rows.map((use) => ({ ...use, where: 'draft', version: null }))
}
