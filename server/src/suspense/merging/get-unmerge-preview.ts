import { eq } from 'drizzle-orm'
import type { UnmergeAccount, UnmergeRefusal } from '@send/shared/suspense/merging/merged-records'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { mergedPeople } from '../../people/merging/tables.ts'
import { planUnmerge } from './plan-unmerge.ts'

export type UnmergePreview = { account: UnmergeAccount; refusal: UnmergeRefusal | null; stamp: string }

/** What an unmerge would give back, and what was exposed to whom since the merge; nothing is changed. */
export async function getUnmergePreview(
  ctx: ProcedureContext<Actor>,
  mergedId: string,
): Promise<UnmergePreview> {
  const [merged] = await ctx.tx.select().from(mergedPeople).where(eq(mergedPeople.personId, mergedId))
  if (!merged) throw notFound()
  const { account, refusal, stamp } = await planUnmerge(ctx, merged)
  await ctx.audit({
    action: 'personMerges.getUnmergePreview',
    objectKind: 'person',
    objectId: mergedId,
    personId: merged.survivorId,
  })
  return { account, refusal, stamp }
}
