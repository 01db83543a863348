import { and, eq, inArray, lt } from 'drizzle-orm'
import { Lucia, TimeSpan, type Adapter } from 'lucia'
import { newId } from '@send/shared/values/ids'
import type { Clock } from '../clock.ts'
import type { Face } from '../context.ts'
import type { Transaction } from '../database/client.ts'
import { hashToken } from './session-tokens.ts'
import { sessions, users } from './tables.ts'

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: UserAttributes
  }
}

type SessionAttributes = { sessionRowId: string; face: Face; secondStepAt: Date | null }
type UserAttributes = { account: typeof users.$inferSelect }

const idleMinutes = { desktop: 60, citizen: 30, professional: 30 } satisfies Record<Face, number>
const absoluteHours = { desktop: 8, citizen: 12, professional: 12 } satisfies Record<Face, number>

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
export function newSessionAttributes(face: Face, secondStepAt: Date | null): SessionAttributes {
  return { sessionRowId: newId(), face, secondStepAt }
}

/** When a session that Lucia returned ends for want of use, by our clock. */
export function idleEndOf(session: { expiresAt: Date }, clock: Clock): Date {
  return new Date(session.expiresAt.getTime() - skewOf(clock))
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
        .select({ row: sessions, account: users })
        .from(sessions)
        .innerJoin(users, eq(users.id, sessions.userId))
        .where(byToken(token))
      if (!found || found.row.endsAt <= clock.now()) return [null, null]
      const { row, account } = found
      const attributes = { sessionRowId: row.id, face: row.face, secondStepAt: row.secondStepAt }
      const session = { id: token, userId: row.userId, expiresAt: toLucia(row.expiresAt), attributes }
      return [session, { id: row.userId, attributes: { account } }]
    },
    async getUserSessions() {
      throw new Error('Tokens cannot be listed: only their hashes are kept.')
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const createdAt = clock.now()
      await tx.insert(sessions).values({
        id: attributes.sessionRowId,
        tokenHash: hashToken(id),
        userId,
        face: attributes.face,
        createdAt,
        expiresAt: toOurs(expiresAt),
        endsAt: new Date(createdAt.getTime() + absoluteHours[attributes.face] * 3_600_000),
        secondStepAt: attributes.secondStepAt,
      })
    },
    async updateSessionExpiration(token, expiresAt) {
      // When another request of this session is at it, this one need not wait for its transaction to end.
      const free = tx
        .select({ id: sessions.id })
        .from(sessions)
        .where(byToken(token))
        .for('update', { skipLocked: true })
      await tx
        .update(sessions)
        .set({ expiresAt: toOurs(expiresAt) })
        .where(inArray(sessions.id, free))
    },
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
