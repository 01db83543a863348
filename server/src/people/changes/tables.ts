import { changeKinds, recordUnits, type RecordValues } from '@send/shared/people/record-units'
import { importRules, type RuleScope } from '@send/shared/suspense/conflicts/import-rules'
import { sql } from 'drizzle-orm'
import { check, date, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'
import { people } from '../tables.ts'

/**
 * What records of people said before: one row for each unit that was changed, with who or what changed it. The value of now
 * stands in `people` alone, so that bringing in a million people writes nothing here.
 */
export const personChanges = pgTable(
  'person_changes',
  {
    id: uuid().primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    unit: text({ enum: recordUnits }).notNull(),
    /** All parts of the unit as they were. */
    before: jsonb().$type<Partial<RecordValues>>().notNull(),
    /** Null where nobody said whether the earlier value was right in its time. */
    kind: text({ enum: changeKinds }),
    /** The day on which the earlier value ceased to hold and the next began; null where nobody said. */
    endedOn: date('ended_on', { mode: 'string' }),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
    /** Null of what a rule did: that is stamped with the rule, and whose it was. */
    changedBy: uuid('changed_by').references(() => users.id),
    rule: text({ enum: importRules }),
    ruleScope: text('rule_scope').$type<RuleScope>(),
    /** The matched child that told the new value, with a foreign key in the migration; the undo of its match takes the row back. */
    incomingChildId: uuid('incoming_child_id'),
  },
  (table) => [
    check(
      'person_changes_stamp',
      sql`(${table.changedBy} is null) = (${table.rule} is not null) and (${table.rule} is null) = (${table.ruleScope} is null)`,
    ),
    index('person_changes_person').on(table.personId, table.unit, table.changedAt),
    index('person_changes_child').on(table.incomingChildId),
  ],
)
