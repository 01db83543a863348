import type { AuthoritySettings, FaceSettings } from '@send/shared/accounts/portal-faces/face-settings'
import { faces } from '@send/shared/accounts/portal-faces/tiles'
import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../tables.ts'

const changed = {
  changedBy: uuid('changed_by')
    .notNull()
    .references(() => users.id),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
}

/** Whose service the portals are: one row, or none while the shipped words hold. */
export const authoritySettings = pgTable('authority_settings', {
  /** Always 1, so that there is one row at most. */
  id: integer().primaryKey(),
  settings: jsonb().$type<AuthoritySettings>().notNull(),
  ...changed,
})

/** What the authority has settled for a face of the portal; a face without a row is as it was shipped. */
export const portalFaces = pgTable('portal_faces', {
  face: text({ enum: faces }).primaryKey(),
  settings: jsonb().$type<FaceSettings>().notNull(),
  ...changed,
})
