import type { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import { and, eq, inArray } from 'drizzle-orm'
import { ownAccess } from '../accounts/child-access/active-access.ts'
import { childAccess, childClaims } from '../accounts/child-access/tables.ts'
import { organisationMembers, organisations } from '../accounts/organisations/tables.ts'
import { requireOwnPortalAccount } from '../accounts/own-account/get-own-account.ts'
import { listOwnSessions, type OwnSession } from '../accounts/own-account/own-sessions.ts'
import { requireRecentPassword } from '../accounts/recent-password.ts'
import { displayAnswer, listAsked } from '@send/shared/forms/answers'
import { listQuestions } from '@send/shared/forms/form-definition'
import { inLanguage, type Language } from '@send/shared/texts/language'
import type { Actor, ProcedureContext } from '../context.ts'
import { people } from '../people/tables.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { getOwnSubmissionDetails } from './get-own-submission.ts'
import { listOwnSubmissions, type SenderStatus } from './list-own-submissions.ts'
import { exportComments, type ExportedComment } from './sharing/export-comments.ts'

export type OwnData = {
  madeAt: string
  account: {
    kind: 'citizen' | 'professional'
    name: string
    email: string
    phone: string | null
    jobTitle: string | null
    /** Who a citizen says they are; null when they have not said. */
    citizenKind: CitizenKind | null
    language: Language
    createdAt: string
  }
  consents: { notice: string; acceptedAt: string }[]
  sessions: Omit<OwnSession, 'sessionId'>[]
  submissions: OwnSubmissionData[]
  comments: ExportedComment[]
  children: { name: string | null; relation: string; startsAt: string; endsAt: string | null }[]
  claims: {
    givenNames: string
    familyName: string
    dateOfBirth: string
    relation: string
    evidence: string
    state: string
    askedAt: string
  }[]
  memberships: { organisation: string; role: string; state: string; askedAt: string }[]
}

type OwnSubmissionData = {
  title: string
  status: SenderStatus
  reference: string | null
  startedAt: string
  submittedAt: string | null
  answers: { question: string; answer: string }[]
}

/** Everything the service holds that its user gave it, to take along; the password must have been given just now. */
export async function exportOwnData(ctx: ProcedureContext<Actor>, language: Language): Promise<OwnData> {
  const user = await requireOwnPortalAccount(ctx)
  requireRecentPassword(ctx)
  const { kind, name, email, phone, jobTitle, citizenKind, createdAt } = user
  const details = { kind, name, email, phone, jobTitle, citizenKind, language: user.language }
  const { sessions } = await listOwnSessions(ctx)
  const data: OwnData = {
    madeAt: ctx.now().toISOString(),
    account: { ...details, createdAt: createdAt.toISOString() },
    consents: user.noticeVersion
      ? [{ notice: user.noticeVersion, acceptedAt: (user.noticeAcceptedAt ?? createdAt).toISOString() }]
      : [],
    sessions: sessions.map(({ device, signedInAt, lastUsedAt, current }) => ({
      device,
      signedInAt,
      lastUsedAt,
      current,
    })),
    submissions: await readSubmissions(ctx, language),
    comments: await exportComments(ctx, language),
    children: await readChildren(ctx),
    claims: await readClaims(ctx),
    memberships: await readMemberships(ctx),
  }
  const counts = { submissions: data.submissions.length, claims: data.claims.length }
  const event = { action: 'submissions.exportMine', objectKind: 'user', objectId: user.id }
  await ctx.audit({ ...event, details: counts })
  return data
}

async function readSubmissions(
  ctx: ProcedureContext<Actor>,
  language: Language,
): Promise<OwnSubmissionData[]> {
  const { submissions } = await listOwnSubmissions(ctx)
  const read: OwnSubmissionData[] = []
  for (const { submissionId, title, status, reference, startedAt, submittedAt } of submissions) {
    const { formId, version, answers, files, moved } = await getOwnSubmissionDetails(ctx, submissionId)
    const questions = listAsked(listQuestions(await getFormVersion(ctx, formId, version)))
    const sent = { status, reference, startedAt, submittedAt }
    read.push({
      title: inLanguage(title, language),
      ...sent,
      answers: [
        ...questions.map((question) => ({
          question: inLanguage(question.wording, language),
          answer:
            question.type === 'file'
              ? files
                  .filter((file) => file.questionId === question.id)
                  .map((file) => (file.description ? `${file.name}: ${file.description}` : file.name))
                  .join(', ')
              : displayAnswer(question, answers[question.id], language),
        })),
        // No longer asked, and still something that they gave.
        ...(moved?.aside ?? []).map(({ question, answer, fileNames }) => ({
          question: inLanguage(question.wording, language),
          answer: fileNames.join(', ') || displayAnswer(question, answer, language),
        })),
      ],
    })
  }
  return read
}

/** A child is named only while its record is open to the asker; of an access that has ended the rest stays told. */
async function readChildren(ctx: ProcedureContext<Actor>): Promise<OwnData['children']> {
  const open = ctx.tx.select({ id: childAccess.personId }).from(childAccess).where(ownAccess(ctx, 'progress'))
  const rows = await ctx.tx
    .select({ access: childAccess, givenNames: people.givenNames, familyName: people.familyName })
    .from(childAccess)
    .leftJoin(people, and(eq(people.id, childAccess.personId), inArray(people.id, open)))
    .where(eq(childAccess.userId, ctx.actor.userId))
    .orderBy(childAccess.startsAt)
  for (const { access, givenNames } of rows) {
    if (givenNames === null) continue
    const { personId } = access
    const event = { action: 'submissions.exportMyChild', objectKind: 'person', objectId: personId }
    await ctx.audit({ ...event, personId })
  }
  return rows.map(({ access, givenNames, familyName }) => ({
    name: givenNames === null ? null : `${givenNames} ${familyName ?? ''}`.trim(),
    relation: access.relation,
    startsAt: access.startsAt.toISOString(),
    endsAt: (access.endedAt ?? access.endsAt)?.toISOString() ?? null,
  }))
}

async function readClaims(ctx: ProcedureContext<Actor>): Promise<OwnData['claims']> {
  const own = eq(childClaims.userId, ctx.actor.userId)
  const rows = await ctx.tx.select().from(childClaims).where(own).orderBy(childClaims.askedAt)
  return rows.map(({ givenNames, familyName, dateOfBirth, relation, evidence, state, askedAt }) => {
    const typed = { givenNames, familyName, dateOfBirth, relation, evidence }
    return { ...typed, state, askedAt: askedAt.toISOString() }
  })
}

async function readMemberships(ctx: ProcedureContext<Actor>): Promise<OwnData['memberships']> {
  const rows = await ctx.tx
    .select({ member: organisationMembers, organisation: organisations.name })
    .from(organisationMembers)
    .innerJoin(organisations, and(eq(organisations.id, organisationMembers.organisationId)))
    .where(eq(organisationMembers.userId, ctx.actor.userId))
    .orderBy(organisationMembers.askedAt)
  return rows.map(({ member: { role, state, askedAt }, organisation }) => {
    return { organisation, role, state, askedAt: askedAt.toISOString() }
  })
}
