import type { RuleScope, RuleSet } from '@send/shared/suspense/conflicts/import-rules'
import { conflictUnits, type PartValues } from '@send/shared/suspense/conflicts/import-units'
import type { ToldCarer } from '@send/shared/suspense/conflicts/family/told-carer'
import { trusts } from '@send/shared/suspense/conflicts/read-unit'
import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'
import { people } from '../../people/tables.ts'
import { incomingChildren } from '../tables.ts'

/** What incoming records may change, one row a scope that has rules of its own. */
export const importRuleSets = pgTable('import_rule_sets', {
  /** A URN, `families` or `default`: not an id of ours, because a school may come as a base, as an organisation, or as both. */
  scope: text().$type<RuleScope>().primaryKey(),
  rules: jsonb().$type<RuleSet>().notNull(),
  changedBy: uuid('changed_by')
    .notNull()
    .references(() => users.id),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
})

/** What an incoming child told otherwise than the person whom it was matched to, kept until an officer decides. */
export const importConflicts = pgTable(
  'import_conflicts',
  {
    id: uuid().primaryKey(),
    incomingChildId: uuid('incoming_child_id')
      .notNull()
      .references(() => incomingChildren.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    unit: text({ enum: conflictUnits }).notNull(),
    /** The parts that were told. */
    incoming: jsonb().$type<PartValues>().notNull(),
    /** Of the unit `family`: the parent or carer of whom was told, with those of their contacts that are in conflict. */
    told: jsonb().$type<ToldCarer>(),
    trust: text({ enum: trusts }).notNull(),
    /** Whose rule made it a conflict. */
    ruleScope: text('rule_scope').$type<RuleScope>().notNull(),
    state: text({ enum: ['open', 'accepted', 'discarded'] })
      .notNull()
      .default('open'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
  },
  (table) => [
    uniqueIndex('import_conflicts_unit')
      .on(table.incomingChildId, table.unit)
      .where(sql`${table.unit} <> 'family'`),
    check('import_conflicts_told', sql`(${table.unit} = 'family') = (${table.told} is not null)`),
    check(
      'import_conflicts_decided',
      sql`(${table.state} = 'open') = (${table.decidedBy} is null) and (${table.state} = 'open') = (${table.decidedAt} is null)`,
    ),
    index('import_conflicts_open')
      .on(table.incomingChildId)
      .where(sql`${table.state} = 'open'`),
    index('import_conflicts_person').on(table.personId),
  ],
)
