import type { MailFailure } from '@send/shared/mail/mail-failures'
import { failedMailStates, type MailKind } from '@send/shared/mail/mail-lifecycle'
import { count, inArray, isNotNull, isNull, and } from 'drizzle-orm'
import type { Actor, ProcedureContext, UserKind } from '../../context.ts'
import { mails } from '../../mail/tables.ts'
import { selectFailedMails, whyNotAgain, type FailedMailRow, type WhyNotAgain } from './failed-mail-rows.ts'

const mostListed = 500

export type FailedMail = {
  mailId: string
  kind: MailKind
  /** Refused for good, or given up after many tries. */
  outcome: 'refused' | 'givenUp'
  failure: MailFailure
  statusCode: string | null
  attempts: number
  address: string
  /** Null for somebody without an account. */
  account: { userId: string; kind: UserKind; name: string; email: string; phone: string | null } | null
  /** A form by its reference, or a request for advice by whom it asks; never a child. */
  about:
    | { kind: 'submission'; reference: string | null }
    | { kind: 'adviceRequest'; organisation: string; dueOn: string }
    | null
  createdAt: string
  settledAt: string
  notAgain: WhyNotAgain | null
  dealtWith: { at: string; by: string; note: string | null } | null
}

/** The e-mails that did not arrive, the last first: those that wait for somebody, or those that were dealt with. */
export async function listFailedMails(
  ctx: ProcedureContext<Actor>,
  { dealtWith }: { dealtWith: boolean },
): Promise<{ mails: FailedMail[] }> {
  const { dealtWithAt } = mails
  const where = dealtWith ? isNotNull(dealtWithAt) : isNull(dealtWithAt)
  const rows = await selectFailedMails(ctx, { where, most: mostListed })
  const details = { found: rows.length }
  await ctx.audit({ action: 'mails.listFailed', objectKind: 'mail', objectId: 'list', details })
  return { mails: rows.map(describe) }
}

/** How many wait for somebody: a number alone, so that asking often reads nobody's address. */
export async function countFailedMails(ctx: ProcedureContext): Promise<{ waiting: number }> {
  const [row] = await ctx.tx
    .select({ waiting: count() })
    .from(mails)
    .where(and(inArray(mails.state, failedMailStates), isNull(mails.dealtWithAt)))
  return { waiting: row?.waiting ?? 0 }
}

function describe(row: FailedMailRow): FailedMail {
  const { mail, user } = row
  const { id: mailId, kind, statusCode, attempts, address, createdAt, settledAt } = mail
  return {
    mailId,
    kind,
    outcome: mail.state === 'givenUp' ? 'givenUp' : 'refused',
    failure: mail.failure ?? 'other',
    statusCode,
    attempts,
    address,
    account: user && {
      userId: user.id,
      kind: user.kind,
      name: user.name,
      email: user.email,
      phone: user.phone,
    },
    about: aboutOf(row),
    createdAt: createdAt.toISOString(),
    settledAt: (settledAt ?? createdAt).toISOString(),
    notAgain: whyNotAgain(row),
    dealtWith: mail.dealtWithAt && {
      at: mail.dealtWithAt.toISOString(),
      by: row.dealer ?? '',
      note: mail.dealtWithNote,
    },
  }
}

function aboutOf({ submission, request, organisation }: FailedMailRow): FailedMail['about'] {
  if (submission) return { kind: 'submission', reference: submission.reference }
  return request && { kind: 'adviceRequest', organisation: organisation ?? '', dueOn: request.dueOn }
}
