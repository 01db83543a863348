import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../tables.ts'

/** A named set of business processes that staff may carry out. */
export const permissionGroups = pgTable('permission_groups', {
  id: uuid().primaryKey(),
  name: text().notNull().unique('permission_groups_name'),
  processes: text().array().notNull(),
})

export const permissionGroupMembers = pgTable(
  'permission_group_members',
  {
    groupId: uuid('group_id')
      .notNull()
      .references(() => permissionGroups.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.groupId, table.userId] })],
)

/** A seat in the authority that outlives whoever holds it, such as "SEND officer, north". */
export const posts = pgTable('posts', {
  id: uuid().primaryKey(),
  name: text().notNull().unique('posts_name'),
})

export const postHolders = pgTable(
  'post_holders',
  {
    postId: uuid('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.postId, table.userId] })],
)

/** A service team of the authority, such as "Early years". */
export const teams = pgTable('teams', {
  id: uuid().primaryKey(),
  name: text().notNull().unique('teams_name'),
})

export const teamMembers = pgTable(
  'team_members',
  {
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.userId] })],
)
