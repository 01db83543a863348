import { keptUntil, type KeepingPeriods } from '@send/shared/submissions/keeping-periods'
import { inLanguage } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { addDays, dateInLondon, formatDate, startOfDayInLondon } from '@send/shared/values/plain-date'
import { and, asc, eq, gte, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { users } from '../accounts/tables.ts'
import type { WorkContext } from '../context.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { deleteSubmission } from './delete-submission.ts'
import { findNamedChild } from './find-named-child.ts'
import type { Submission } from './find-own-submission.ts'
import { getKeepingPeriods } from './keeping-periods.ts'
import { submissions } from './tables.ts'

type Owner = typeof users.$inferSelect

/** Few enough that nobody who saves a page waits long for the rows of one portion. */
const portion = 50

/**
 * The hourly job about forms that nobody goes on with: tells their owners in time, and deletes those whose day is over. A
 * form that its owner saves in this moment is left alone; a repeated job finds nothing more to do.
 */
export async function endRestingForms(ctx: WorkContext): Promise<void> {
  const periods = await getKeepingPeriods(ctx.tx)
  const told = await remindOwners(ctx, periods)
  const ended = await deleteEnded(ctx, periods)
  if (told === portion || ended === portion) await ctx.enqueue({ queue: 'end-resting-forms', data: {} })
}

/** The forms in progress that were last changed before a day began, locked, with their owners. */
async function lockResting(ctx: WorkContext, before: Date, also: ReturnType<typeof or>) {
  return ctx.tx
    .select({ submission: submissions, owner: users })
    .from(submissions)
    .innerJoin(users, eq(users.id, submissions.ownerUserId))
    .where(and(eq(submissions.status, 'inProgress'), lt(submissions.changedAt, before), also))
    .orderBy(asc(submissions.changedAt))
    .limit(portion)
    .for('update', { of: submissions, skipLocked: true })
}

function lastDay(keepDays: number) {
  return sql`(${submissions.changedAt} at time zone 'Europe/London')::date + ${keepDays}::integer`
}

/** Tells who was not told since they last changed their form, as soon as the time of the reminder begins. */
async function remindOwners(ctx: WorkContext, periods: KeepingPeriods): Promise<number> {
  const { keepDays, remindDays } = periods
  const today = dateInLondon(ctx.now())
  const before = startOfDayInLondon(addDays(today, remindDays - keepDays + 1))
  const untold = or(
    isNull(submissions.remindedAt),
    lt(submissions.remindedAt, submissions.changedAt),
    // The authority made the period longer after they were told.
    lt(submissions.promisedUntil, lastDay(keepDays)),
  )
  const found = await lockResting(ctx, before, and(untold, isNull(users.closedAt)))
  for (const { submission, owner } of found) {
    const promisedUntil = keptUntil({ ...submission, remindedAt: null }, periods, ctx.now())
    const told = { remindedAt: ctx.now(), promisedUntil }
    await ctx.tx.update(submissions).set(told).where(eq(submissions.id, submission.id))
    await tellOwner(ctx, owner, { submission, until: promisedUntil })
    await ctx.audit({ action: 'submissions.remind', objectKind: 'submission', objectId: submission.id })
  }
  return found.length
}

/** Names the form and the day, and no child. */
async function tellOwner(
  ctx: WorkContext,
  owner: Owner,
  { submission, until }: { submission: Submission; until: string },
): Promise<void> {
  if (owner.kind === 'staff') return
  const { title, englishOnly } = await getFormVersion(ctx, submission.formId, submission.formVersion)
  const { language } = owner
  const t = translator(language)
  const day = formatDate(until, language)
  const form = inLanguage(title, englishOnly === undefined ? language : 'en')
  const link = `${ctx.services.portal.origins[owner.kind]}/submissions/${submission.id}`
  await ctx.sendMail({
    kind: 'formEnds',
    face: owner.kind,
    userId: owner.id,
    about: { kind: 'submission', id: submission.id },
    findChild: () => findNamedChild(ctx, submission),
    to: owner.email,
    language,
    subject: t('mail.formEnds.subject', { day }),
    text: t('mail.formEnds.body', { form, day, link }),
  })
}

async function deleteEnded(ctx: WorkContext, { keepDays }: KeepingPeriods): Promise<number> {
  const today = dateInLondon(ctx.now())
  const before = startOfDayInLondon(addDays(today, -keepDays))
  const told = and(
    gte(submissions.remindedAt, submissions.changedAt),
    gte(submissions.promisedUntil, lastDay(keepDays)),
    lt(submissions.promisedUntil, today),
  )
  const found = await lockResting(ctx, before, or(told, isNotNull(users.closedAt)))
  for (const { submission } of found) await deleteSubmission(ctx, submission)
  return found.length
}
