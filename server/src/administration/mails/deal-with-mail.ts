import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { postMail } from '../../mail/post-mail.ts'
import { openSealedMail } from '../../mail/send-mail-job.ts'
import { mails } from '../../mail/tables.ts'
import { selectFailedMails, whyNotAgain, type FailedMailRow } from './failed-mail-rows.ts'

type AlreadyHandled = { outcome: 'alreadyHandled'; by: string; at: string }

/**
 * Sends an e-mail that did not arrive once more, to the address that the account has now. Refused when its kind is asked
 * for anew, or what it tells of is over; the second of two officers is told by whom it was dealt with.
 */
export async function sendAgain(
  ctx: ProcedureContext<Actor>,
  mailId: string,
): Promise<{ outcome: 'sent' } | AlreadyHandled> {
  const row = await lockFailedMail(ctx, mailId)
  if (row.mail.dealtWithAt) return handledBefore(row)
  const { sealed, kind, aboutKind, aboutId } = row.mail
  if (!row.user || sealed === null || whyNotAgain(row) !== null)
    throw new SendError('conflict', 'This e-mail cannot be sent once more: what it tells of is over.')
  const { id: userId, email: to } = row.user
  await dealWith(ctx, mailId, null)
  const words = openSealedMail(ctx.services.secrets, sealed)
  const about = aboutKind && aboutId ? { about: { kind: aboutKind, id: aboutId } } : {}
  const againId = await postMail(ctx.services, ctx.tx, {
    ...words,
    ...about,
    to,
    kind,
    userId,
    againOf: mailId,
  })
  const details = { againId }
  await ctx.audit({ action: 'mails.sendAgain', objectKind: 'mail', objectId: mailId, details })
  return { outcome: 'sent' }
}

/** Notes that somebody dealt with an e-mail that did not arrive, and how. */
export async function markDealtWith(
  ctx: ProcedureContext<Actor>,
  { mailId, note }: { mailId: string; note: string },
): Promise<{ outcome: 'dealtWith' } | AlreadyHandled> {
  const row = await lockFailedMail(ctx, mailId)
  if (row.mail.dealtWithAt) return handledBefore(row)
  await dealWith(ctx, mailId, note)
  const object = { objectKind: 'mail', objectId: mailId }
  await ctx.audit({ action: 'mails.markDealtWith', ...object, reason: note })
  return { outcome: 'dealtWith' }
}

async function lockFailedMail(ctx: ProcedureContext, mailId: string): Promise<FailedMailRow> {
  const byId = eq(mails.id, mailId)
  // Locked first: what a colleague did meanwhile is read after.
  await ctx.tx.select({ id: mails.id }).from(mails).where(byId).for('update')
  const [row] = await selectFailedMails(ctx, { where: byId, most: 1 })
  if (!row) throw notFound()
  return row
}

async function dealWith(ctx: ProcedureContext<Actor>, mailId: string, note: string | null): Promise<void> {
  await ctx.tx
    .update(mails)
    .set({ dealtWithAt: ctx.now(), dealtWithBy: ctx.actor.userId, dealtWithNote: note, sealed: null })
    .where(eq(mails.id, mailId))
}

function handledBefore({ mail, dealer }: FailedMailRow): AlreadyHandled {
  return {
    outcome: 'alreadyHandled',
    by: dealer ?? '',
    at: (mail.dealtWithAt ?? mail.createdAt).toISOString(),
  }
}
