import { parentalResponsibilities, relationshipKinds } from '@send/shared/people/family/relationships'
import { inactiveReasons } from '@send/shared/people/inactive'
import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'

/** A school or setting ("base"), known nationally by its six-digit URN. */
export const bases = pgTable('bases', {
  id: uuid().primaryKey(),
  urn: text().unique('bases_urn'),
  name: text().notNull(),
})

/** Anybody the authority holds a record of: children, young people and their families. */
export const people = pgTable(
  'people',
  {
    id: uuid().primaryKey(),
    externalId: text('external_id').unique('people_external_id'),
    givenNames: text('given_names').notNull(),
    familyName: text('family_name').notNull(),
    formerFamilyName: text('former_family_name'),
    /** What somebody is called, where that is otherwise; each half alone or both. */
    knownAsGivenNames: text('known_as_given_names'),
    knownAsFamilyName: text('known_as_family_name'),
    /** The family name folded for look-ups as in shared/suspense/matching/identity. */
    foldedFamilyName: text('folded_family_name').notNull(),
    foldedGivenNames: text('folded_given_names').notNull(),
    dateOfBirth: date('date_of_birth', { mode: 'string' }),
    sex: text({ enum: ['female', 'male'] }),
    upn: text(),
    nhsNumber: text('nhs_number'),
    uln: text(),
    /** As the Post Office writes it; a foreign one as it was given. */
    postcode: text(),
    addressLine: text('address_line'),
    addressLine2: text('address_line_2'),
    town: text(),
    schoolId: uuid('school_id').references(() => bases.id),
    /** Since when the person is not the authority’s any more, and why; null of everybody who is. A match to them warns. */
    inactiveSince: date('inactive_since', { mode: 'string' }),
    inactiveReason: text('inactive_reason', { enum: inactiveReasons }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex('people_upn')
      .on(table.upn)
      .where(sql`${table.upn} is not null`),
    uniqueIndex('people_uln')
      .on(table.uln)
      .where(sql`${table.uln} is not null`),
    // Not unique: files bring in what other systems hold. Who adds somebody by hand is told who has it.
    index('people_nhs_number').on(table.nhsNumber),
    index('people_names').on(table.foldedFamilyName, table.foldedGivenNames),
    index('people_given_names').on(table.foldedGivenNames),
    index('people_date_of_birth').on(table.dateOfBirth),
    index('people_postcode').on(table.postcode),
    check('people_inactive', sql`(${table.inactiveSince} is null) = (${table.inactiveReason} is null)`),
  ],
)

/** Who is, or was, whose parent or carer. What was recorded by mistake is deleted; what came to an end stays with its day. */
export const relationships = pgTable(
  'relationships',
  {
    id: uuid().primaryKey(),
    childId: uuid('child_id')
      .notNull()
      .references(() => people.id),
    carerId: uuid('carer_id')
      .notNull()
      .references(() => people.id),
    kind: text({ enum: relationshipKinds }).notNull(),
    parentalResponsibility: text('parental_responsibility', { enum: parentalResponsibilities })
      .notNull()
      .default('notKnown'),
    /** Null where nobody said. */
    startedOn: date('started_on', { mode: 'string' }),
    /** The day on which it came to an end; null of what goes on. Nothing that ended counts as family. */
    endedOn: date('ended_on', { mode: 'string' }),
    rowVersion: integer('row_version').notNull().default(1),
    /** Who said it last; null of what no officer wrote. */
    changedBy: uuid('changed_by').references(() => users.id),
    changedAt: timestamp('changed_at', { withTimezone: true }),
  },
  (table) => [
    index('relationships_child').on(table.childId),
    index('relationships_carer').on(table.carerId),
    check('relationships_two', sql`${table.childId} <> ${table.carerId}`),
    check('relationships_days', sql`${table.endedOn} >= ${table.startedOn}`),
  ],
)
