import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { fold } from '@send/shared/suspense/matching/identity'
import { newId } from '@send/shared/values/ids'
import { eq } from 'drizzle-orm'
import { people } from '../people/tables.ts'
import { submissions } from '../submissions/tables.ts'
import { buildPortalSession, type BuiltSession } from './build-sessions.ts'
import type { TestServer } from './test-server.ts'

type Told = {
  givenNames?: string
  familyName?: string
  /** ISO. */
  dateOfBirth?: string
  sex?: '' | 'female' | 'male'
  postcode?: string
  upn?: string
}

/** A child as a parent tells of it, nothing missing but the UPN. */
export const toldChild = {
  givenNames: 'Amira',
  familyName: 'Whitfield',
  dateOfBirth: '2014-02-03',
  sex: 'female',
  postcode: 'LS8 4AB',
} as const satisfies Told

/** Sends a form of a new parent about a child, and lets the jobs put that into suspense; returns the child's id. */
export async function buildIncomingChild(
  server: TestServer,
  officer: BuiltSession,
  overrides: Told = {},
): Promise<{ incomingChildId: string; submissionId: string }> {
  const { dateOfBirth, ...told } = { upn: '', ...toldChild, ...overrides }
  const details = buildQuestion('childDetails')
  const page = buildPage([details])
  const formId = newId()
  const definition = buildForm({ code: `F-${formId.slice(-12).toUpperCase()}`, pages: [page] })
  const publication = { idempotencyKey: newId(), formId, baseVersion: null, definition, live: true }
  await server.caller(officer).forms.publish(await withPassedCheck(publication))
  const parent = server.caller(await buildPortalSession(server, 'citizen'))
  const { submissionId } = await parent.submissions.start({ idempotencyKey: newId(), formId })
  const [year = '', month = '', day = ''] = dateOfBirth.split('-')
  const answer = { ...told, dateOfBirth: { day, month, year } }
  await parent.submissions.savePage({ submissionId, pageId: page.id, answers: { [details.id]: answer } })
  await parent.submissions.submit({ idempotencyKey: newId(), submissionId })
  await server.runJobs()
  const [row] = await server.ownerDatabase
    .select({ incomingChildId: submissions.incomingChildId })
    .from(submissions)
    .where(eq(submissions.id, submissionId))
  if (!row?.incomingChildId) throw new Error('The child is in suspense')
  return { incomingChildId: row.incomingChildId, submissionId }
}

/** Somebody on record, written past the application as by an administrator of the database. */
export async function buildPerson(
  server: TestServer,
  overrides: Partial<typeof people.$inferInsert> = {},
): Promise<string> {
  const person = { ...toldChild, ...overrides }
  const id = newId()
  await server.ownerDatabase.insert(people).values({
    id,
    foldedGivenNames: fold(person.givenNames),
    foldedFamilyName: fold(person.familyName),
    createdAt: server.clock.now(),
    ...person,
  })
  return id
}
