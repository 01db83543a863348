import type { ImportRule, RuleScope } from '@send/shared/suspense/conflicts/import-rules'
import type { familyFacts } from '@send/shared/suspense/undone-match'
import { asc, eq, sql } from 'drizzle-orm'
import { users } from '../../../accounts/tables.ts'
import type { WorkContext } from '../../../context.ts'
import { people } from '../../../people/tables.ts'
import { importedFamily } from './tables.ts'

/** Something that came to the family of a person from a child already. */
export type FamilyTaken = {
  id: string
  fact: (typeof familyFacts)[number]
  /** Who the parent or carer is; empty of whoever is not on record under that id any more. */
  name: string
  /** The number or address, or what they are to the child; null of the adult. */
  value: string | null
  /** The officer, or null of what a rule did. */
  by: string | null
  rule: ImportRule | null
  ruleScope: RuleScope | null
  at: string
}

/** What came to the family of a person from a child, in the order in which it came. */
export async function listFamilyTaken(ctx: WorkContext, incomingChildId: string): Promise<FamilyTaken[]> {
  const { id, fact, written, rule, ruleScope, importedAt } = importedFamily
  const rows = await ctx.tx
    .select({
      id,
      fact,
      name: sql<string>`concat_ws(' ', ${people.givenNames}, ${people.familyName})`,
      value: valueOf(written),
      by: users.name,
      rule,
      ruleScope,
      at: importedAt,
    })
    .from(importedFamily)
    .leftJoin(people, eq(people.id, importedFamily.carerId))
    .leftJoin(users, eq(users.id, importedFamily.importedBy))
    .where(eq(importedFamily.incomingChildId, incomingChildId))
    .orderBy(asc(importedAt), asc(id))
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

/** The SQL of what a row says: the number or address of a contact, the kind of a relationship, nothing of an adult. */
export function valueOf(written: typeof importedFamily.written) {
  return sql<string | null>`case ${importedFamily.fact} when 'person' then null
    when 'relationship' then ${written} ->> 'kind' else ${written} ->> 'value' end`
}
