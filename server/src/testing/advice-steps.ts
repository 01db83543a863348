import { newId } from '@send/shared/values/ids'
import { addDays, dateInLondon } from '@send/shared/values/plain-date'
import { buildPerson, type AdviceForm } from './build-advice.ts'
import { buildOrganisation, buildVerification } from './build-organisation.ts'
import { buildPortalSession, type BuiltSession } from './build-sessions.ts'
import type { TestServer } from './test-server.ts'

/** A professional whom the officer has verified. */
export async function buildVerified(
  server: TestServer,
  officer: BuiltSession,
  name: string,
): Promise<BuiltSession> {
  const session = await buildPortalSession(server, 'professional', { name })
  await buildVerification(server, session.userId, officer.userId)
  return session
}

/** A school with a lead and a member, both verified. */
export async function buildSchool(server: TestServer, officer: BuiltSession) {
  const lead = await buildVerified(server, officer, 'Lena Lead')
  const member = await buildVerified(server, officer, 'Max Member')
  const organisationId = await buildOrganisation(server, {
    members: [
      [lead, 'lead'],
      [member, 'member'],
    ],
  })
  return { lead, member, organisationId }
}

export type School = Awaited<ReturnType<typeof buildSchool>>

/** A school that was asked for advice about a child, due in six weeks. */
export async function buildAsked(
  server: TestServer,
  {
    officer,
    form,
    ...overrides
  }: { officer: BuiltSession; form: AdviceForm; school?: School; personId?: string },
) {
  const { school = await buildSchool(server, officer), personId = await buildPerson(server) } = overrides
  const { adviceRequestId } = await server.caller(officer).advice.send({
    idempotencyKey: newId(),
    personId,
    organisationId: school.organisationId,
    formId: form.formId,
    dueOn: addDays(dateInLondon(server.clock.now()), 42),
  })
  return { ...school, personId, adviceRequestId }
}

/** Begins the form that answers a request; its id. */
export async function beginAdviceForm(
  server: TestServer,
  session: BuiltSession,
  adviceRequestId: string,
): Promise<string> {
  const begun = await server.caller(session).advice.begin({ idempotencyKey: newId(), adviceRequestId })
  if (begun.outcome !== 'begun') throw new Error(begun.outcome)
  return begun.submissionId
}

/** Fills a form of advice in, with the child as the request names it, and sends it. */
export async function sendAdviceForm(
  server: TestServer,
  { session, form, submissionId }: { session: BuiltSession; form: AdviceForm; submissionId: string },
) {
  const { submissions } = server.caller(session)
  const { offers } = await submissions.getMine({ submissionId, pageId: form.pageId })
  const confirmed = Object.fromEntries(offers.map(({ questionId, digest }) => [questionId, digest]))
  const answers = {
    [form.views]: 'Finds change hard.',
    [form.declaration]: { agreed: 'yes' as const, name: 'Max Member', signedOn: '' as const },
  }
  await submissions.savePage({ submissionId, pageId: form.pageId, answers, confirmed })
  return submissions.submit({ idempotencyKey: newId(), submissionId })
}
