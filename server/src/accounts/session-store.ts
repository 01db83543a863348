import { and, eq, inArray, lt, ne } from 'drizzle-orm'
import { Lucia, TimeSpan, type Adapter } from 'lucia'
import { newId } from '@send/shared/values/ids'
import type { Clock } from '../clock.ts'
import type { Actor, Face, ProcedureContext } from '../context.ts'
import type { Transaction } from '../database/client.ts'
import { SendError } from '../errors.ts'
import { createToken, hashToken } from './session-tokens.ts'
import { sessions, users } from './tables.ts'

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: UserAttributes
  }
}

type SessionAttributes = {
  sessionRowId: string
  face: Face
  secondStepAt: Date | null
  reauthenticatedAt: Date | null
  device: string | null
  lastUsedAt: Date
  endsAt: Date
}
/** What every request needs to know of an account; its secrets stay in the database. */
const accountColumns = {
  id: users.id,
  kind: users.kind,
  citizenKind: users.citizenKind,
  name: users.name,
  email: users.email,
  disabled: users.disabled,
  closedAt: users.closedAt,
}
export type SignedInAccount = Pick<typeof users.$inferSelect, keyof typeof accountColumns>
type UserAttributes = { account: SignedInAccount }

/** Staff sit at a desk where others pass; families are warned two minutes before. */
const idleMinutes = { desktop: 15, citizen: 20, professional: 20 } satisfies Record<Face, number>
const absoluteHours = { desktop: 8, citizen: 12, professional: 12 } satisfies Record<Face, number>
const graceMs = 30_000

type LiveSession = Pick<SessionAttributes, 'sessionRowId' | 'face' | 'lastUsedAt' | 'endsAt'>

/** Sessions of one face: Lucia's life cycle over rows that hold only the SHA-256 of the token. */
export function openSessions(
  tx: Transaction,
  clock: Clock,
  face: Face,
): Lucia<SessionAttributes, UserAttributes> {
  return new Lucia(createAdapter(tx, clock, face), {
    sessionExpiresIn: new TimeSpan(idleMinutes[face], 'm'),
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  })
}

/** Attributes for a new session; the row's own id is safe to write into the audit trail. */
export function newSessionAttributes(
  face: Face,
  now: Date,
  given: { secondStepAt: Date | null; reauthenticatedAt: Date | null; device: string | null },
): SessionAttributes {
  const endsAt = new Date(now.getTime() + absoluteHours[face] * 3_600_000)
  return { sessionRowId: newId(), face, lastUsedAt: now, endsAt, ...given }
}

/** When a session ends unless it is used again. */
export function idleEndOf({ face, endsAt, lastUsedAt }: LiveSession): Date {
  return new Date(Math.min(lastUsedAt.getTime() + idleMinutes[face] * 60_000, endsAt.getTime()))
}

/** Moves the idle end of a session on, and says when it is; half a minute of grace saves a write at every request. */
export async function keepAlive(tx: Transaction, clock: Clock, session: LiveSession): Promise<Date> {
  const now = clock.now()
  const { lastUsedAt, sessionRowId } = session
  if (now.getTime() - lastUsedAt.getTime() < graceMs) return idleEndOf(session)
  // When another request of this session is at it, this one need not wait for its transaction to end.
  const free = tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.id, sessionRowId))
    .for('update', { skipLocked: true })
  const expiresAt = idleEndOf({ ...session, lastUsedAt: now })
  await tx.update(sessions).set({ expiresAt, lastUsedAt: now }).where(inArray(sessions.id, free))
  return expiresAt
}

/** Starts a session after both steps; it remembers when the password was given. */
export async function startFullSession(
  ctx: ProcedureContext,
  userId: string,
  reauthenticatedAt: Date | null,
): Promise<{ token: string; expiresAt: string }> {
  const token = createToken()
  const given = { secondStepAt: ctx.now(), reauthenticatedAt, device: ctx.device }
  const attributes = newSessionAttributes(ctx.face, ctx.now(), given)
  await openSessions(ctx.tx, ctx.clock, ctx.face).createSession(userId, attributes, { sessionId: token })
  return { token, expiresAt: attributes.endsAt.toISOString() }
}

/** Gives the session of who acts another token after the password was given again; its absolute end stays. */
export async function renewToken(ctx: ProcedureContext<Actor>): Promise<string> {
  const token = createToken()
  const [renewed] = await ctx.tx
    .update(sessions)
    .set({ tokenHash: hashToken(token), reauthenticatedAt: ctx.now() })
    .where(eq(sessions.id, ctx.actor.sessionId))
    .returning({ id: sessions.id })
  if (!renewed) throw new SendError('sign-in-needed')
  return token
}

/** Ends every session of who acts but this one. */
export async function endOtherSessions(ctx: ProcedureContext<Actor>): Promise<void> {
  const { userId, sessionId } = ctx.actor
  await ctx.tx.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId)))
}

function skewOf(clock: Clock): number {
  return new Date().getTime() - clock.now().getTime()
}

/** Lucia reads the machine's clock, so times are moved between it and the injected one. */
function createAdapter(tx: Transaction, clock: Clock, face: Face): Adapter {
  const skew = skewOf(clock)
  const toOurs = (date: Date) => new Date(date.getTime() - skew)
  const toLucia = (date: Date) => new Date(date.getTime() + skew)
  const byToken = (token: string) => and(eq(sessions.tokenHash, hashToken(token)), eq(sessions.face, face))

  return {
    async getSessionAndUser(token) {
      // One question instead of two: it stands before every request.
      const [found] = await tx
        .select({ row: sessions, account: accountColumns })
        .from(sessions)
        .innerJoin(users, eq(users.id, sessions.userId))
        .where(byToken(token))
      if (!found || found.row.endsAt <= clock.now()) return [null, null]
      const { row, account } = found
      const { id: sessionRowId, secondStepAt, reauthenticatedAt, device, endsAt } = row
      const lastUsedAt = row.lastUsedAt ?? row.createdAt
      const times = { secondStepAt, reauthenticatedAt, lastUsedAt, endsAt }
      const attributes = { sessionRowId, face: row.face, device, ...times }
      const session = { id: token, userId: row.userId, expiresAt: toLucia(row.expiresAt), attributes }
      return [session, { id: row.userId, attributes: { account } }]
    },
    async getUserSessions() {
      throw new Error('Tokens cannot be listed: only their hashes are kept.')
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const { sessionRowId, ...given } = attributes
      const row = { id: sessionRowId, tokenHash: hashToken(id), userId, ...given }
      await tx.insert(sessions).values({ ...row, createdAt: clock.now(), expiresAt: toOurs(expiresAt) })
    },
    // Lucia would extend only in the second half of the life; `keepAlive` does it at every use.
    async updateSessionExpiration() {},
    async deleteSession(token) {
      await tx.delete(sessions).where(byToken(token))
    },
    async deleteUserSessions(userId) {
      await tx.delete(sessions).where(eq(sessions.userId, userId))
    },
    async deleteExpiredSessions() {
      await tx.delete(sessions).where(lt(sessions.expiresAt, clock.now()))
    },
  }
}
