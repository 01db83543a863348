import { and, eq, sql } from 'drizzle-orm'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { LiveDates } from '@send/shared/forms/form-lifecycle'
import {
  keptOf,
  listCheckProblems,
  type AccessibilityCheck,
} from '@send/shared/forms/gate/accessibility-check'
import { listPublishingProblems, type PublishingProblem } from '@send/shared/forms/publishing-problems'
import { dateInLondon, type PlainDate } from '@send/shared/values/plain-date'
import { users } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { checkTies, freezeQuestions } from './bank/freeze-questions.ts'
import { takeEntries } from './lookup-tables/take-entries.ts'
import { closePublishedDraft } from './drafts/close-published.ts'
import { isForPortals } from './list-available-forms.ts'
import { formVersions, forms } from './tables.ts'

export type PublishForm = {
  formId: string
  /** The version that the draft was made from; null for a new form. */
  baseVersion: number | null
  definition: FormDefinition
  live: boolean
  /** The first and last day on which a form of the portals may be started; kept as they are when not given. */
  dates?: Omit<LiveDates, 'live'> | undefined
  /** The day from which a version of an internal form is valid; today when not given. */
  effectiveFrom?: PlainDate | undefined
  /** The versions whose forms in progress go on in the new version; the rest is finished on its own. */
  askOnlyChanged: number[]
  /** What the client of whoever publishes says of the accessibility of the pages; without it nothing is published. */
  accessibilityCheck?: AccessibilityCheck | undefined
}

export type PublishedForm =
  | { outcome: 'published'; version: number }
  | { outcome: 'refused'; problems: PublishingProblem[] }
  | { outcome: 'changedMeanwhile'; latestVersion: number; by: string; at: string }

/**
 * Makes the next immutable version of a form; refused when it has problems, when no passed accessibility check of
 * exactly this definition comes with it, or when somebody published meanwhile.
 */
export async function publishForm(
  ctx: ProcedureContext<Actor>,
  request: PublishForm,
): Promise<PublishedForm> {
  const { formId, askOnlyChanged, dates, accessibilityCheck: check } = request
  const { definition, problems: missing } = await takeEntries(ctx, request.definition)
  const internal = !isForPortals(definition)
  const live = request.live && !internal
  // The client saw the definition as it sent it, without the entries that the server puts in.
  const barred = await listCheckProblems(request.definition, check)
  const ties = await checkTies(ctx, definition)
  const problems = [...listPublishingProblems(definition), ...missing, ...ties, ...barred]
  if (problems.length > 0) return { outcome: 'refused', problems }
  const [existing] = await ctx.tx.select().from(forms).where(eq(forms.id, formId)).for('update')
  if ((existing?.latestVersion ?? null) !== request.baseVersion && existing) {
    return changedMeanwhile(ctx, formId, existing.latestVersion)
  }
  const taken = await findFormWithCode(ctx, definition.code)
  if (taken && taken !== formId) return { outcome: 'refused', problems: [codeTaken(definition.code)] }
  if (existing && (await wasInternal(ctx, formId, existing.latestVersion)) !== internal)
    return { outcome: 'refused', problems: [otherFamily] }
  const version = (existing?.latestVersion ?? 0) + 1
  if (existing) {
    await ctx.tx
      .update(forms)
      .set({ code: definition.code, live, latestVersion: version, ...dates })
      .where(eq(forms.id, formId))
  } else {
    const form = {
      id: formId,
      code: definition.code,
      live,
      latestVersion: version,
      createdAt: ctx.now(),
      ...dates,
    }
    // Somebody may publish the same new form, or another with this code, at the same moment.
    const made = await ctx.tx.insert(forms).values(form).onConflictDoNothing().returning({ id: forms.id })
    if (made.length === 0) return overtaken(ctx, formId, definition.code)
  }
  const published = { publishedAt: ctx.now(), publishedBy: ctx.actor.userId }
  const effectiveFrom = internal ? (request.effectiveFrom ?? dateInLondon(ctx.now())) : null
  const accessibilityCheck = check ? keptOf(check) : null
  await ctx.tx
    .insert(formVersions)
    .values({ formId, number: version, definition, effectiveFrom, accessibilityCheck, ...published })
  await freezeQuestions(ctx, { formId, version, definition })
  await closePublishedDraft(ctx, { formId, version, drafted: request.definition, definition })
  await ctx.audit({
    action: 'forms.publish',
    objectKind: 'form',
    objectId: formId,
    details: { version, live, effectiveFrom, askOnlyChanged, accessibilityCheck, ...dates },
  })
  const fromVersions = askOnlyChanged.filter((number) => number < version)
  if (fromVersions.length > 0)
    await ctx.enqueue({ queue: 'move-submissions', data: { formId, fromVersions, toVersion: version } })
  return { outcome: 'published', version }
}

async function overtaken(ctx: ProcedureContext<Actor>, formId: string, code: string): Promise<PublishedForm> {
  const [other] = await ctx.tx.select().from(forms).where(eq(forms.id, formId))
  return other
    ? changedMeanwhile(ctx, formId, other.latestVersion)
    : { outcome: 'refused', problems: [codeTaken(code)] }
}

async function changedMeanwhile(
  ctx: ProcedureContext<Actor>,
  formId: string,
  latestVersion: number,
): Promise<PublishedForm> {
  const [latest] = await ctx.tx
    .select({ at: formVersions.publishedAt, by: users.name })
    .from(formVersions)
    .innerJoin(users, eq(users.id, formVersions.publishedBy))
    .where(and(eq(formVersions.formId, formId), eq(formVersions.number, latestVersion)))
  const at = (latest?.at ?? ctx.now()).toISOString()
  return { outcome: 'changedMeanwhile', latestVersion, by: latest?.by ?? '', at }
}

async function findFormWithCode(ctx: ProcedureContext<Actor>, code: string): Promise<string | undefined> {
  const [found] = await ctx.tx.select({ id: forms.id }).from(forms).where(eq(forms.code, code))
  return found?.id
}

const otherFamily: PublishingProblem = {
  where: 'form',
  sentence: 'A published form stays a form of the portals or an internal one. Make a new form for the other.',
}

async function wasInternal(ctx: ProcedureContext<Actor>, formId: string, version: number): Promise<boolean> {
  const [latest] = await ctx.tx
    .select({ family: sql<string | null>`${formVersions.definition}->>'family'` })
    .from(formVersions)
    .where(and(eq(formVersions.formId, formId), eq(formVersions.number, version)))
  return latest?.family === 'internal'
}

function codeTaken(code: string): PublishingProblem {
  return { where: 'form', sentence: `Another form already has the code ${code}. Choose another code.` }
}
