import {
  accessRights,
  explainAccess,
  isAllowed,
  type AccessEntry,
  type AccessList,
  type AccessRight,
  type Accessor,
} from '@send/shared/accounts/access-list'
import { covers, type Grant } from '@send/shared/accounts/business-processes'
import {
  listAccessSubjects,
  nameAccessSubjects,
  type AccessSubjects,
} from '../accounts/list-access-subjects.ts'
import { listStaff } from '../accounts/permissions/list-staff.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { getEntryAccess, type EntryAccess } from './entry-access.ts'

export type NamedEntry = Omit<AccessEntry, 'subject'> & {
  kind: AccessEntry['subject']['kind']
  /** Null for a group, post or team that is not there any more. */
  name: string | null
  /** Whether the form's definition says it or this entry alone. */
  from: 'form' | 'entry'
}

type Insider = { userId: string; name: string; rights: AccessRight[]; because: NamedEntry[] }
/** Somebody whom the list names and who cannot see the entry all the same. */
type Outsider = { userId: string; name: string; why: 'denied' | 'process'; because: NamedEntry[] }

export type ExplainedAccess = {
  entries: NamedEntry[]
  canSee: Insider[]
  cannotSee: Outsider[]
  me: { rights: AccessRight[]; because: NamedEntry[] }
  /** What is needed to change the list; null for whoever may not. */
  change: { own: AccessList; subjects: AccessSubjects } | null
}

/** Who of the staff can see an entry and why, by name; and what the asker may do with it. */
export async function explainEntryAccess(
  ctx: ProcedureContext<Actor>,
  entryId: string,
): Promise<ExplainedAccess> {
  const access = await getEntryAccess(ctx, entryId)
  const { list, personId } = access
  const toNamed = namerOf(access, await nameAccessSubjects(ctx))
  const because = (who: Accessor) => explainAccess(list, who, 'read').because.map(toNamed)
  const staff = (await listStaff(ctx.tx)).filter(({ disabled }) => !disabled)
  const named = staff.filter((who) => because(who).length > 0)
  const mayChange = rightsOf(list, ctx.actor, ctx.actor.processes).includes('administer')
  await ctx.audit({ action: 'chronology.explainAccess', objectKind: 'entry', objectId: entryId, personId })
  return {
    entries: list.entries.map(toNamed),
    canSee: named.flatMap((who) => {
      const rights = rightsOf(list, who, who.grants)
      return rights.includes('read')
        ? [{ userId: who.userId, name: who.name, rights, because: because(who) }]
        : []
    }),
    cannotSee: named.flatMap((who) => {
      if (rightsOf(list, who, who.grants).includes('read')) return []
      const why = isAllowed(list, who, 'read') ? ('process' as const) : ('denied' as const)
      return [{ userId: who.userId, name: who.name, why, because: because(who) }]
    }),
    me: { rights: rightsOf(list, ctx.actor, ctx.actor.processes), because: because(ctx.actor) },
    change: mayChange ? { own: access.own, subjects: await listAccessSubjects(ctx) } : null,
  }
}

/** The list opens nothing without the business process: for looking, or for anything more. */
function rightsOf(list: AccessList, who: Accessor, grants: readonly Grant[]): AccessRight[] {
  return accessRights.filter(
    (right) =>
      isAllowed(list, who, right) && covers(grants, 'chronology', right === 'read' ? 'read' : 'write'),
  )
}

function namerOf(access: EntryAccess, subjects: AccessSubjects): (entry: AccessEntry) => NamedEntry {
  const { groups, posts, teams, users } = subjects
  const names = new Map([...groups, ...posts, ...teams, ...users].map(({ id, name }) => [id, name]))
  return (entry) => ({
    effect: entry.effect,
    rights: entry.rights,
    kind: entry.subject.kind,
    name: names.get(entry.subject.id) ?? null,
    from: access.type.entries.includes(entry) ? 'form' : 'entry',
  })
}
