import type { BundleContent } from '@send/shared/forms/bundles/form-bundle'
import type { Here } from '@send/shared/forms/bundles/plan-import'
import type { LookupTable } from '@send/shared/forms/lookup-table'
import { asc, inArray, or, sql } from 'drizzle-orm'
import type { ProcedureContext } from '../../context.ts'
import { statusOf } from '../bank/save-bank-question.ts'
import { bankQuestions, bankRevisions } from '../bank/tables.ts'
import { readEntries } from '../lookup-tables/read-entries.ts'
import { lookupTables } from '../tables.ts'

/** What is here already of what a bundle brings, with the versions that a change of it starts from. */
export type FoundHere = Here & {
  tableVersions: ReadonlyMap<string, number>
  rowVersions: ReadonlyMap<string, number>
  externalCodes: ReadonlyMap<string, string | null>
}

/** Looks for the tables and bank questions of a bundle; all codes and names are told besides, so that none is given twice. */
export async function findHere(ctx: ProcedureContext, content: BundleContent): Promise<FoundHere> {
  const wanted = content.lookupTables
  const tableRows =
    wanted.length === 0
      ? []
      : await ctx.tx
          .select()
          .from(lookupTables)
          .where(
            or(
              inArray(
                lookupTables.id,
                wanted.map(({ id }) => id),
              ),
              inArray(
                sql`lower(${lookupTables.name})`,
                wanted.map(({ name }) => name.toLowerCase()),
              ),
            ),
          )
  const tables: LookupTable[] = []
  for (const { id, name } of tableRows) tables.push({ id, name, entries: await readEntries(ctx, id) })
  const questionRows =
    content.bankQuestions.length === 0
      ? []
      : await ctx.tx.select().from(bankQuestions).orderBy(asc(bankQuestions.id))
  const ids = questionRows.map(({ id }) => id).filter((id) => isBundled(content, id))
  const revisions =
    ids.length === 0
      ? []
      : await ctx.tx
          .select()
          .from(bankRevisions)
          .where(inArray(bankRevisions.questionId, ids))
          .orderBy(asc(bankRevisions.number))
  return {
    tables,
    questions: questionRows.map(({ id, code }) => ({
      questionId: id,
      code,
      revisions: revisions
        .filter(({ questionId }) => questionId === id)
        .map((row) => ({ number: row.number, content: row.content, status: statusOf(row) })),
    })),
    tableVersions: new Map(tableRows.map(({ id, rowVersion }) => [id, rowVersion])),
    rowVersions: new Map(questionRows.map(({ id, rowVersion }) => [id, rowVersion])),
    externalCodes: new Map(questionRows.map(({ id, externalCode }) => [id, externalCode])),
  }
}

function isBundled({ bankQuestions: questions }: BundleContent, id: string): boolean {
  return questions.some(({ questionId }) => questionId === id)
}
