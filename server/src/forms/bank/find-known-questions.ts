import type { KnownBankQuestion } from '@send/shared/forms/bank/offer-revision'
import { inArray } from 'drizzle-orm'
import type { ProcedureContext } from '../../context.ts'
import { bankQuestions, bankRevisions } from './tables.ts'

type Tie = { questionId: string; revision: number }

/** What the bank says today of the questions that a form is tied to, with the revisions that the form holds. */
export async function findKnownQuestions(
  ctx: ProcedureContext,
  ties: readonly Tie[],
): Promise<{ questions: KnownBankQuestion[] }> {
  const ids = [...new Set(ties.map(({ questionId }) => questionId))]
  if (ids.length === 0) return { questions: [] }
  const found = await ctx.tx.select().from(bankQuestions).where(inArray(bankQuestions.id, ids))
  const rows = await ctx.tx
    .select({
      questionId: bankRevisions.questionId,
      number: bankRevisions.number,
      content: bankRevisions.content,
    })
    .from(bankRevisions)
    .where(inArray(bankRevisions.questionId, ids))
  const questions = found.flatMap(({ id, code, retiredAt, latestRevision }) => {
    const revisions = rows.filter(({ questionId }) => questionId === id)
    const latest = revisions.find(({ number }) => number === latestRevision)
    const wanted = new Set(ties.filter(({ questionId }) => questionId === id).map((tie) => tie.revision))
    const held = revisions.filter(({ number }) => wanted.has(number))
    return latest
      ? [{ questionId: id, code, retired: retiredAt !== null, latest: bare(latest), held: held.map(bare) }]
      : []
  })
  return { questions }
}

function bare({ number, content }: KnownBankQuestion['latest']): KnownBankQuestion['latest'] {
  return { number, content }
}
