import { listTied, listTieProblems } from '@send/shared/forms/bank/bank-problems'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { PublishingProblem } from '@send/shared/forms/publishing-problems'
import type { Question } from '@send/shared/forms/questions/question-types'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { bankQuestions, bankRevisions, bankUses } from './tables.ts'

/** Revisions of the bank by question and number. */
type Revisions = ReadonlyMap<string, Question>

/**
 * What of a form's ties stands in the way of publishing. The questions stay locked until the transaction ends, so that
 * nobody changes a revision between this look and its freezing.
 */
export async function checkTies(
  ctx: ProcedureContext<Actor>,
  definition: FormDefinition,
): Promise<PublishingProblem[]> {
  const ids = [...new Set(listTied(definition).map(({ tie }) => tie.questionId))]
  if (ids.length === 0) return []
  // In their order, so that two who publish at once wait for one another and not in a circle.
  await ctx.tx
    .select({ id: bankQuestions.id })
    .from(bankQuestions)
    .where(inArray(bankQuestions.id, ids))
    .orderBy(asc(bankQuestions.id))
    .for('update')
  const rows = await ctx.tx.select().from(bankRevisions).where(inArray(bankRevisions.questionId, ids))
  const revisions: Revisions = new Map(rows.map((row) => [keyOf(row.questionId, row.number), row.content]))
  return listTieProblems(definition, ({ questionId, revision }) => revisions.get(keyOf(questionId, revision)))
}

/** Freezes the revisions that a published version uses, and notes that it does. */
export async function freezeQuestions(
  ctx: ProcedureContext<Actor>,
  { formId, version, definition }: { formId: string; version: number; definition: FormDefinition },
): Promise<void> {
  const ties = new Map(
    listTied(definition).map(({ tie }) => [keyOf(tie.questionId, tie.revision), tie] as const),
  )
  const used = [...ties.values()]
    .map(({ questionId, revision }) => ({ formId, version, questionId, revision }))
    .toSorted((one, other) => (one.questionId < other.questionId ? -1 : 1))
  if (used.length === 0) return
  await ctx.tx.insert(bankUses).values(used)
  for (const { questionId, revision } of used) {
    const frozen = await ctx.tx
      .update(bankRevisions)
      .set({ frozenAt: ctx.now() })
      .where(
        and(
          eq(bankRevisions.questionId, questionId),
          eq(bankRevisions.number, revision),
          isNull(bankRevisions.frozenAt),
        ),
      )
      .returning({ number: bankRevisions.number })
    if (frozen.length === 0) continue
    await ctx.audit({
      action: 'forms.freezeBankQuestion',
      objectKind: 'bankQuestion',
      objectId: questionId,
      details: { revision, formId, version },
    })
  }
}

function keyOf(questionId: string, revision: number): string {
  return `${questionId} ${revision}`
}
