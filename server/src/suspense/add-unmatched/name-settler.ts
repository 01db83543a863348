import { eq, sql } from 'drizzle-orm'
import { translator } from '@send/shared/texts/translator'
import { users } from '../../accounts/tables.ts'
import type { WorkContext } from '../../context.ts'
import { nameOf } from '../conflicts/find-origin.ts'
import type { incomingChildren } from '../tables.ts'

const t = translator('en')

type SettledChild = Pick<typeof incomingChildren.$inferSelect, 'settledBy' | 'settledByRuleOf'>

/** Who settled a child, in words: the officer’s name, or the rule and the school whose it is. */
export async function nameSettler(
  ctx: WorkContext,
  { settledBy, settledByRuleOf: urn }: SettledChild,
): Promise<string> {
  if (urn !== null) {
    const [school] = await ctx.tx.execute<{ name: string | null }>(sql`select ${nameOf(sql`${urn}`)} as name`)
    return t('suspense.settledByRule', { school: school?.name ?? urn })
  }
  if (settledBy === null) return ''
  const [officer] = await ctx.tx.select({ name: users.name }).from(users).where(eq(users.id, settledBy))
  return officer?.name ?? ''
}
