import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { bankQuestions } from './tables.ts'

/** Takes a question out of what is offered, or puts it back; repeating it changes nothing. Throws not-found. */
export async function retireBankQuestion(
  ctx: ProcedureContext<Actor>,
  questionId: string,
  retired: boolean,
): Promise<{ retired: boolean; rowVersion: number }> {
  const [existing] = await ctx.tx
    .select()
    .from(bankQuestions)
    .where(eq(bankQuestions.id, questionId))
    .for('update')
  if (!existing) throw notFound()
  await ctx.audit({
    action: 'forms.retireBankQuestion',
    objectKind: 'bankQuestion',
    objectId: questionId,
    details: { code: existing.code, retired },
  })
  if ((existing.retiredAt !== null) === retired) return { retired, rowVersion: existing.rowVersion }
  const rowVersion = existing.rowVersion + 1
  const changed = { rowVersion, changedAt: ctx.now(), changedBy: ctx.actor.userId }
  await ctx.tx
    .update(bankQuestions)
    .set({ retiredAt: retired ? ctx.now() : null, ...changed })
    .where(eq(bankQuestions.id, questionId))
  return { retired, rowVersion }
}
