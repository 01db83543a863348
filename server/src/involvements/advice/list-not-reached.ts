import type { MailFailure } from '@send/shared/mail/mail-failures'
import { failedMailStates } from '@send/shared/mail/mail-lifecycle'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { ProcedureContext } from '../../context.ts'
import { mails } from '../../mail/tables.ts'

/** Somebody whom an e-mail about a request did not reach. */
export type NotReached = { name: string; phone: string | null; failure: MailFailure; at: string }

/** Whom the e-mails about requests did not reach, by request, as long as nobody has dealt with it. */
export async function listNotReached(
  ctx: ProcedureContext,
  adviceRequestIds: string[],
): Promise<Map<string, NotReached[]>> {
  const found = new Map<string, NotReached[]>()
  if (adviceRequestIds.length === 0) return found
  const rows = await ctx.tx
    .select({ mail: mails, name: users.name, phone: users.phone })
    .from(mails)
    .innerJoin(users, eq(users.id, mails.userId))
    .where(
      and(
        eq(mails.aboutKind, 'adviceRequest'),
        inArray(mails.aboutId, adviceRequestIds),
        inArray(mails.state, failedMailStates),
        isNull(mails.dealtWithAt),
      ),
    )
    .orderBy(asc(mails.settledAt))
  for (const { mail, name, phone } of rows) {
    const { aboutId, failure, settledAt, createdAt } = mail
    const at = (settledAt ?? createdAt).toISOString()
    const known = found.get(aboutId ?? '') ?? []
    found.set(aboutId ?? '', [...known, { name, phone, failure: failure ?? 'other', at }])
  }
  return found
}
