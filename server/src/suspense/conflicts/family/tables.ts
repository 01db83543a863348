import { importRules, type RuleScope } from '@send/shared/suspense/conflicts/import-rules'
import { familyFacts } from '@send/shared/suspense/undone-match'
import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../../accounts/tables.ts'
import { incomingChildren } from '../../tables.ts'

/**
 * What came to the family of a person from an incoming child, one row for each row that was written, so that an undo can take
 * it back. Whose family it is, is whom the child is matched to.
 */
export const importedFamily = pgTable(
  'imported_family',
  {
    id: uuid().primaryKey(),
    incomingChildId: uuid('incoming_child_id')
      .notNull()
      .references(() => incomingChildren.id),
    fact: text({ enum: familyFacts }).notNull(),
    /** The row of people, relationships or contacts. Without a foreign key: an officer may remove it. */
    objectId: uuid('object_id').notNull(),
    /** The parent or carer whom it is about; without a foreign key, as they may be merged into somebody. */
    carerId: uuid('carer_id').notNull(),
    /** The whole row as it was; null of what was added. */
    before: jsonb().$type<Record<string, unknown>>(),
    /** The whole row as it was written: whoever changed it since is not overwritten. */
    written: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Null of what a rule did: that is stamped with the rule, and whose it was. */
    importedBy: uuid('imported_by').references(() => users.id),
    rule: text({ enum: importRules }),
    ruleScope: text('rule_scope').$type<RuleScope>(),
    importedAt: timestamp('imported_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    check(
      'imported_family_stamp',
      sql`(${table.importedBy} is null) = (${table.rule} is not null) and (${table.rule} is null) = (${table.ruleScope} is null)`,
    ),
    check('imported_family_ended', sql`(${table.fact} = 'contactEnded') = (${table.before} is not null)`),
    index('imported_family_child').on(table.incomingChildId),
  ],
)
