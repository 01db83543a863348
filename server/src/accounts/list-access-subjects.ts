import { asc, eq } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import { permissionGroups, posts, teams } from './permissions/tables.ts'
import { users } from './tables.ts'

export type NamedSubject = { id: string; name: string }
export type AccessSubjects = Record<'groups' | 'posts' | 'teams' | 'users', NamedSubject[]>

/** Whom an access list may name, by name: permission groups, posts, teams and the staff who are not disabled. */
export async function listAccessSubjects(ctx: WorkContext): Promise<AccessSubjects> {
  return everybodyNamed(ctx, { disabledToo: false })
}

/** The names of everybody whom an existing list may speak of, disabled staff too. */
export async function nameAccessSubjects(ctx: WorkContext): Promise<AccessSubjects> {
  return everybodyNamed(ctx, { disabledToo: true })
}

async function everybodyNamed(
  ctx: WorkContext,
  { disabledToo }: { disabledToo: boolean },
): Promise<AccessSubjects> {
  const staff = await ctx.tx
    .select({ id: users.id, name: users.name, disabled: users.disabled })
    .from(users)
    .where(eq(users.kind, 'staff'))
    .orderBy(asc(users.name))
  return {
    groups: await named(ctx, permissionGroups),
    posts: await named(ctx, posts),
    teams: await named(ctx, teams),
    users: staff.filter(({ disabled }) => disabledToo || !disabled).map(({ id, name }) => ({ id, name })),
  }
}

function named(
  ctx: WorkContext,
  table: typeof permissionGroups | typeof posts | typeof teams,
): Promise<NamedSubject[]> {
  return ctx.tx.select({ id: table.id, name: table.name }).from(table).orderBy(asc(table.name))
}
