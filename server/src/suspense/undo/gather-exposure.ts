import { and, asc, eq, gt, gte, inArray, isNull } from 'drizzle-orm'
import { decisionDueOn } from '@send/shared/involvements/statutory-deadlines'
import type { Exposure } from '@send/shared/suspense/undone-match'
import { invitations } from '../../accounts/organisations/tables.ts'
import { users } from '../../accounts/tables.ts'
import { internalForms } from '../../chronology/internal-forms/tables.ts'
import { chronologyEntries } from '../../chronology/tables.ts'
import type { WorkContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { formVersions } from '../../forms/tables.ts'
import { involvements } from '../../involvements/tables.ts'
import { people } from '../../people/tables.ts'
import { submissionFiles, submissions } from '../../submissions/tables.ts'
import { nameSettler } from '../add-unmatched/name-settler.ts'
import { listExposedPortalUsers, listExposedStaff, type Exposed } from './list-exposed.ts'
import type { Match } from './read-match.ts'

/** What a match exposed to whom, since when: out of what stands on the record, the access rows and the audit trail. */
export async function gatherExposure(ctx: WorkContext, match: Match): Promise<Exposure> {
  const { child, personId, decision, matchedAt } = match
  const [person] = await ctx.tx.select().from(people).where(eq(people.id, personId))
  if (!person) throw new SendError('conflict')
  const submissionIds = match.submissions.map(({ id }) => id)
  const nameOf = await namesOf(ctx, match)
  const opened = await listOpened(ctx, submissionIds)
  const exposed: Exposed = {
    match,
    submissionIds,
    entryIds: opened.entries.map(({ id }) => id),
    fileIds: opened.files.map(({ fileId }) => fileId),
    involvementSince: opened.involvements[0]?.openedAt,
  }
  return {
    child: identityOf(child),
    person: identityOf(person),
    decision,
    matchedBy: await nameSettler(ctx, child),
    matchedAt: matchedAt.toISOString(),
    // A line of a file, and a form that an officer entered, were sent by nobody on a portal.
    sender: child.ownerUserId === null ? null : { userId: child.ownerUserId, ...nameOf(child.ownerUserId) },
    forms: match.submissions.map(({ id, reference, receivedOn, status, handledBy, handledAt }) => ({
      submissionId: id,
      reference: reference ?? '',
      title: opened.titles.get(id) ?? '',
      receivedOn,
      approved:
        status === 'imported' && handledBy && handledAt
          ? { by: nameOf(handledBy).name, at: handledAt.toISOString() }
          : null,
    })),
    documents: opened.files,
    involvements: opened.involvements.map(({ id: involvementId, openedAt, receivedOn }) => ({
      involvementId,
      openedAt: openedAt.toISOString(),
      receivedOn,
      decisionDueOn: decisionDueOn(receivedOn),
    })),
    portalUsers: await listExposedPortalUsers(ctx, exposed),
    invitations: await listOpenInvitations(ctx, match),
    staff: await listExposedStaff(ctx, exposed),
    formsOfStaff: await listFormsOfStaff(ctx, match),
  }
}

function identityOf(row: {
  givenNames: string | null
  familyName: string | null
  dateOfBirth: string | null
}) {
  const { givenNames, familyName, dateOfBirth } = row
  return { givenNames, familyName, dateOfBirth }
}

async function listOpened(ctx: WorkContext, submissionIds: string[]) {
  const entries = await ctx.tx
    .select({ id: chronologyEntries.id })
    .from(chronologyEntries)
    .where(inArray(chronologyEntries.submissionId, submissionIds))
  const titled = await ctx.tx
    .select({ id: submissions.id, definition: formVersions.definition })
    .from(submissions)
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, submissions.formId), eq(formVersions.number, submissions.formVersion)),
    )
    .where(inArray(submissions.id, submissionIds))
  const files = await ctx.tx
    .select({ fileId: submissionFiles.id, name: submissionFiles.name, reference: submissions.reference })
    .from(submissionFiles)
    .innerJoin(submissions, eq(submissions.id, submissionFiles.submissionId))
    .where(and(inArray(submissions.id, submissionIds), isNull(submissionFiles.asideAt)))
    .orderBy(asc(submissionFiles.id))
  const openedInvolvements = await ctx.tx
    .select()
    .from(involvements)
    .where(inArray(involvements.openedFrom, submissionIds))
    .orderBy(asc(involvements.openedAt), asc(involvements.id))
  return {
    entries,
    titles: new Map(titled.map(({ id, definition }) => [id, definition.title.en])),
    files: files.map((file) => ({ ...file, reference: file.reference ?? '' })),
    involvements: openedInvolvements,
  }
}

/** Whoever uses one of these would still see the person: they are to be looked at by somebody who knows for whom they were. */
async function listOpenInvitations(ctx: WorkContext, { personId, matchedAt }: Match) {
  const rows = await ctx.tx
    .select({ email: invitations.email, createdAt: invitations.createdAt })
    .from(invitations)
    .where(
      and(
        eq(invitations.personId, personId),
        gte(invitations.createdAt, matchedAt),
        gt(invitations.expiresAt, ctx.now()),
        isNull(invitations.usedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
    .orderBy(asc(invitations.createdAt), asc(invitations.id))
  return rows.map(({ email, createdAt }) => ({ email, invitedAt: createdAt.toISOString() }))
}

/** Forms of staff on the person that were begun or changed since: what they took over, nobody can tell from outside. */
async function listFormsOfStaff(ctx: WorkContext, { personId, matchedAt }: Match) {
  const rows = await ctx.tx
    .select({ definition: formVersions.definition, by: users.name, changedAt: internalForms.changedAt })
    .from(internalForms)
    .innerJoin(users, eq(users.id, internalForms.changedBy))
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, internalForms.formId), eq(formVersions.number, internalForms.formVersion)),
    )
    .where(and(eq(internalForms.personId, personId), gte(internalForms.changedAt, matchedAt)))
    .orderBy(asc(internalForms.changedAt), asc(internalForms.id))
  return rows.map(({ definition, by, changedAt }) => ({
    title: definition.title.en,
    by,
    changedAt: changedAt.toISOString(),
  }))
}

async function namesOf(ctx: WorkContext, { child, submissions: hanging }: Match) {
  const ids = [child.ownerUserId ?? [], ...hanging.map(({ handledBy }) => handledBy ?? [])].flat()
  const rows = await ctx.tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(inArray(users.id, ids))
  const known = new Map(rows.map(({ id, name, email }) => [id, { name, email }]))
  return (userId: string) => known.get(userId) ?? { name: '', email: '' }
}
