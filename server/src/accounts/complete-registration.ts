import { and, eq, isNull } from 'drizzle-orm'
import type { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import { findPasswordProblem } from '@send/shared/accounts/password-rules'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import type { ProcedureContext } from '../context.ts'
import { SendError } from '../errors.ts'
import { hashPassword } from './passwords.ts'
import { hashToken } from './session-tokens.ts'
import { startHalfSession } from './sign-in.ts'
import { registrations, users } from './tables.ts'

type RegistrationOutcome =
  | { outcome: 'registered'; token: string }
  | { outcome: 'refused'; reason: 'link' | 'password'; sentence: string }

/** Opens the account a link was sent for, once, and gives a half session. */
export async function completeRegistration(
  ctx: ProcedureContext,
  input: {
    token: string
    name: string
    password: string
    noticeVersion: string
    jobTitle?: string | undefined
    citizenKind?: CitizenKind | undefined
  },
): Promise<RegistrationOutcome> {
  const { tx, face } = ctx
  if (face === 'desktop') return badLink('en')
  const [link] = await tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.tokenHash, hashToken(input.token)), eq(registrations.face, face)))
    .for('update')
  if (!link || link.usedAt || link.expiresAt <= ctx.now()) return badLink(link?.language ?? 'en')

  if (face === 'citizen' && !input.citizenKind)
    throw new SendError('bad-input', 'Say whether you are a parent or carer, or a young person.')
  const problem = findPasswordProblem(input.password, { email: link.email })
  if (problem)
    return {
      outcome: 'refused',
      reason: 'password',
      sentence: translator(link.language)(`password.${problem}`),
    }

  const [user] = await tx
    .insert(users)
    .values({
      id: newId(),
      kind: face,
      email: link.email,
      name: input.name,
      language: link.language,
      passwordHash: await hashPassword(input.password),
      noticeVersion: input.noticeVersion,
      noticeAcceptedAt: ctx.now(),
      jobTitle: face === 'professional' ? (input.jobTitle ?? null) : null,
      citizenKind: face === 'citizen' ? input.citizenKind : null,
      createdAt: ctx.now(),
    })
    .onConflictDoNothing()
    .returning({ id: users.id })
  // Another link for the same address was faster.
  if (!user) return badLink(link.language)

  await tx
    .update(registrations)
    .set({ usedAt: ctx.now() })
    .where(
      and(eq(registrations.email, link.email), eq(registrations.face, face), isNull(registrations.usedAt)),
    )
  await ctx.audit({ action: 'accounts.completeRegistration', objectKind: 'user', objectId: user.id })
  return { outcome: 'registered', token: await startHalfSession(ctx, user.id) }
}

function badLink(language: 'en' | 'cy'): RegistrationOutcome {
  return { outcome: 'refused', reason: 'link', sentence: translator(language)('registration.badLink') }
}
