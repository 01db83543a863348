import { and, eq, inArray } from 'drizzle-orm'
import { isOpenAdvice, recentAdviceDays } from '@send/shared/involvements/advice-request'
import { caseStateOf, type CaseloadView, type CaseState } from '@send/shared/involvements/caseload'
import { fold } from '@send/shared/suspense/matching/identity'
import { comparePlainDates, dateInLondon } from '@send/shared/values/plain-date'
import { ownAccess } from '../../accounts/child-access/active-access.ts'
import { childAccess } from '../../accounts/child-access/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { people } from '../../people/tables.ts'
import { readVisibleAdvice, type MyAdvice } from './my-advice.ts'
import { hiddenChildren } from './tables.ts'

export type CaseChild = {
  personId: string
  givenNames: string
  familyName: string
  dateOfBirth: string | null
  state: CaseState
  /** The request that is due first, or else the one answered last. */
  request: { adviceRequestId: string; dueOn: string; heldBy: MyAdvice['heldBy'] } | null
  /** Whether the asker may look at how the case stands. */
  seesProgress: boolean
  hidden: boolean
}

type Gathered = Pick<CaseChild, 'personId' | 'givenNames' | 'familyName' | 'dateOfBirth' | 'seesProgress'> & {
  requests: MyAdvice[]
  /** When something happened last. */
  changedAt: number
}

export type CaseloadFilter = { view: CaseloadView; text: string; state?: CaseState | undefined }

/**
 * The children with whom the asker works: those about whom their organisation is asked, and those for whom they are
 * authenticated themselves. The first due stands first; of the recent ones the last that changed.
 */
export async function listCaseload(
  ctx: ProcedureContext<Actor>,
  { view, text, state }: CaseloadFilter,
): Promise<{ children: CaseChild[]; counts: Record<CaseloadView, number> }> {
  const [gathered, hidden] = await Promise.all([gather(ctx), listHidden(ctx)])
  const today = dateInLondon(ctx.now())
  const all = gathered.map((child) => ({ child, listed: describe(child, today, hidden) }))
  const recently = ctx.now().getTime() - recentAdviceDays * 86_400_000
  const inView = {
    active: all.filter(({ listed }) => !listed.hidden),
    hidden: all.filter(({ listed }) => listed.hidden),
    recent: all.filter(({ child }) => child.changedAt >= recently),
  }
  const shown = inView[view]
    .filter(({ listed }) => state === undefined || listed.state === state)
    .filter(({ listed }) => fold(`${listed.givenNames} ${listed.familyName}`).includes(fold(text)))
    .toSorted((a, b) =>
      view === 'recent' ? b.child.changedAt - a.child.changedAt : byDay(a.listed, b.listed),
    )
  const action = 'advice.listCaseload'
  for (const { child } of shown) {
    const { personId } = child
    await ctx.audit({ action, objectKind: 'person', objectId: personId, personId })
  }
  if (shown.length === 0)
    await ctx.audit({ action, objectKind: 'user', objectId: ctx.actor.userId, details: { found: 0 } })
  const counts = {
    active: inView.active.length,
    hidden: inView.hidden.length,
    recent: inView.recent.length,
  }
  return { children: shown.map(({ listed }) => listed), counts }
}

/** Who the children of the asker's caseload are, hidden ones too; whoever asks leaves the line in the audit trail. */
export async function listCaseloadIdentities(
  ctx: ProcedureContext<Actor>,
): Promise<Pick<CaseChild, 'personId' | 'givenNames' | 'familyName' | 'dateOfBirth'>[]> {
  return gather(ctx)
}

/** Takes children off the asker’s own list, or puts them back; nobody else’s changes. */
export async function setHidden(
  ctx: ProcedureContext<Actor>,
  { personId, hidden }: { personId: string; hidden: boolean },
): Promise<{ outcome: 'set' }> {
  const { userId } = ctx.actor
  await requireInCaseload(ctx, personId)
  if (hidden)
    await ctx.tx
      .insert(hiddenChildren)
      .values({ userId, personId, hiddenAt: ctx.now() })
      .onConflictDoNothing()
  else
    await ctx.tx
      .delete(hiddenChildren)
      .where(and(eq(hiddenChildren.userId, userId), eq(hiddenChildren.personId, personId)))
  const object = { objectKind: 'person', objectId: personId, personId }
  await ctx.audit({ action: 'advice.setHidden', ...object, details: { hidden } })
  return { outcome: 'set' }
}

async function requireInCaseload(ctx: ProcedureContext<Actor>, personId: string): Promise<void> {
  const gathered = await gather(ctx)
  if (!gathered.some((child) => child.personId === personId)) throw notFound()
}

async function gather(ctx: ProcedureContext<Actor>): Promise<Gathered[]> {
  const requests = await readVisibleAdvice(ctx)
  const accessed = await ctx.tx
    .select({ person: people, startsAt: childAccess.startsAt })
    .from(childAccess)
    .innerJoin(people, eq(people.id, childAccess.personId))
    .where(and(ownAccess(ctx, 'progress'), inArray(childAccess.relation, ['professional', 'expert'])))
  const children = new Map<string, Gathered>()
  const provide = (child: Omit<Gathered, 'requests' | 'changedAt' | 'seesProgress'>): Gathered => {
    const { personId, givenNames, familyName, dateOfBirth } = child
    const named = { personId, givenNames, familyName, dateOfBirth }
    const known = children.get(personId) ?? { ...named, seesProgress: false, requests: [], changedAt: 0 }
    children.set(personId, known)
    return known
  }
  for (const request of requests) {
    const child = provide(request)
    child.requests.push(request)
    child.changedAt = Math.max(child.changedAt, Date.parse(request.answeredAt ?? request.askedAt))
  }
  for (const { person, startsAt } of accessed) {
    const child = provide({ ...person, personId: person.id })
    child.seesProgress = true
    child.changedAt = Math.max(child.changedAt, startsAt.getTime())
  }
  return [...children.values()]
}

async function listHidden({ tx, actor }: ProcedureContext<Actor>): Promise<Set<string>> {
  const rows = await tx.select().from(hiddenChildren).where(eq(hiddenChildren.userId, actor.userId))
  return new Set(rows.map(({ personId }) => personId))
}

function describe(child: Gathered, today: string, hidden: Set<string>): CaseChild {
  const { personId, givenNames, familyName, dateOfBirth, seesProgress, requests } = child
  const first = requests.find(({ state }) => isOpenAdvice(state)) ?? requests.at(-1)
  return {
    personId,
    givenNames,
    familyName,
    dateOfBirth,
    state: caseStateOf(requests, today),
    request: first
      ? { adviceRequestId: first.adviceRequestId, dueOn: first.dueOn, heldBy: first.heldBy }
      : null,
    seesProgress,
    hidden: hidden.has(personId),
  }
}

/** Those with a day first, the earliest before; then by name. */
function byDay(a: CaseChild, b: CaseChild): number {
  const [first, second] = [openDay(a), openDay(b)]
  if (first !== null && second !== null && first !== second) return comparePlainDates(first, second)
  if ((first === null) !== (second === null)) return first === null ? 1 : -1
  const [one, other] = [`${a.familyName} ${a.givenNames}`, `${b.familyName} ${b.givenNames}`]
  return one.localeCompare(other, 'en') || a.personId.localeCompare(b.personId)
}

function openDay({ state, request }: CaseChild): string | null {
  return (state === 'overdue' || state === 'due') && request ? request.dueOn : null
}
