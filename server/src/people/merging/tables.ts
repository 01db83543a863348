import type { MergeUnit, MergeValues } from '@send/shared/suspense/merging/merge-units'
import type { NewSight, UnmergeAccount } from '@send/shared/suspense/merging/merged-records'
import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'
import { people } from '../tables.ts'

/**
 * Records that were merged into another, one row each, as long as they are: their row of `people` is here instead of
 * there, so that no search and no proposal can find it; their id and identifiers lead to the record that stays.
 */
export const mergedPeople = pgTable(
  'merged_people',
  {
    personId: uuid('person_id').primaryKey(),
    /** Where it is now; when that is merged further, this goes along. */
    survivorId: uuid('survivor_id')
      .notNull()
      .references(() => people.id),
    /** Into which record it was merged. Without a foreign key: that one may be merged further. */
    mergedInto: uuid('merged_into').notNull(),
    /** These are not free for others: they come back with the record. */
    externalId: text('external_id'),
    upn: text(),
    uln: text(),
    /** The row of `people` as it was, every column. */
    record: jsonb().$type<Record<string, unknown>>().notNull(),
    /** What both records said before. */
    values: jsonb().$type<Record<'kept' | 'other', MergeValues>>().notNull(),
    /** What the record that stays took from this one. */
    taken: text().array().$type<MergeUnit[]>().notNull(),
    newSight: jsonb('new_sight').$type<NewSight>().notNull(),
    mergedBy: uuid('merged_by')
      .notNull()
      .references(() => users.id),
    mergedAt: timestamp('merged_at', { withTimezone: true }).notNull(),
    reason: text().notNull(),
  },
  (table) => [
    index('merged_people_survivor').on(table.survivorId),
    index('merged_people_external_id')
      .on(table.externalId)
      .where(sql`${table.externalId} is not null`),
    index('merged_people_upn')
      .on(table.upn)
      .where(sql`${table.upn} is not null`),
    index('merged_people_uln')
      .on(table.uln)
      .where(sql`${table.uln} is not null`),
  ],
)

/** Where each row stood that two records have in common now: by this list an unmerge puts back what was moved. */
export const mergedRows = pgTable(
  'merged_rows',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => mergedPeople.personId, { onDelete: 'cascade' }),
    tableName: text('table_name').notNull(),
    columnName: text('column_name').notNull(),
    /** What makes the row one of its own, beside the person. */
    key: text().notNull(),
    /** It moved; it was with the record that stays already; or it went, because that record had the same. */
    side: text({ enum: ['moved', 'own', 'removed'] }).notNull(),
    /** A row that went, every column. */
    row: jsonb().$type<Record<string, unknown>>(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.tableName, table.columnName, table.key, table.side] }),
  ],
)

/** The log of records that were unmerged, ready for a breach report: it is added to and read, never changed. */
export const unmergedPeople = pgTable(
  'unmerged_people',
  {
    id: uuid().primaryKey(),
    /** Without foreign keys: either record may be merged again. */
    personId: uuid('person_id').notNull(),
    survivorId: uuid('survivor_id').notNull(),
    unmergedBy: uuid('unmerged_by')
      .notNull()
      .references(() => users.id),
    unmergedAt: timestamp('unmerged_at', { withTimezone: true }).notNull(),
    reason: text().notNull(),
    account: jsonb().$type<UnmergeAccount>().notNull(),
  },
  (table) => [
    index('unmerged_people_person').on(table.personId, table.unmergedAt),
    index('unmerged_people_survivor').on(table.survivorId, table.unmergedAt),
  ],
)
