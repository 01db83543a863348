import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import type { Audience } from '@send/shared/forms/form-definition'
import type { HelperPages, HelperRole } from '@send/shared/submissions/form-helpers'
import { newId } from '@send/shared/values/ids'
import { buildPortalSession, buildStaffSession, type BuiltSession } from './build-sessions.ts'
import { publishLive } from './publish-live.ts'
import type { TestServer } from './test-server.ts'

/** The name of the child and of the answer that only the owner may see. */
export const [sharedChild, sharedSecret] = ['Canarychild', 'Canarysecret']

/** A form of three pages: the child, what is the owner’s alone, and the needs, of which one question depends on that. */
export async function publishThreePages(server: TestServer, audience: Audience = 'parents') {
  const child = buildQuestion('childDetails')
  const alone = buildQuestion('shortText', { required: false })
  const letters = buildQuestion('file', { required: false })
  const hopes = buildQuestion('longText', { required: false })
  const school = buildQuestion('shortText', { required: false })
  const depending = buildQuestion('shortText', {
    required: false,
    showIf: {
      kind: 'equals',
      of: { from: 'answer', questionId: alone.id },
      value: sharedSecret,
    },
  })
  const signed = buildQuestion('declaration', { required: false })
  const pages = {
    child: buildPage([child]),
    needs: buildPage([hopes, school, depending, signed]),
    own: buildPage([alone, letters]),
  }
  const definition = buildForm({ audience, pages: [pages.child, pages.own, pages.needs] })
  const staff = await buildStaffSession(server, ['formBuilder'])
  const formId = await publishLive(server, staff, definition)
  return { formId, pages, questions: { child, alone, letters, hopes, school, depending, signed } }
}

export type ThreePages = Awaited<ReturnType<typeof publishThreePages>>

/** Begins such a form and answers what must be answered; its id. */
export async function beginThreePages(
  server: TestServer,
  owner: BuiltSession,
  { formId, pages, questions }: ThreePages,
): Promise<string> {
  const { submissions } = server.caller(owner)
  const { submissionId } = await submissions.start({ idempotencyKey: newId(), formId })
  const born = { day: '4', month: '9', year: '2018' }
  const details = { givenNames: sharedChild, familyName: 'Rees', dateOfBirth: born, sex: '' as const }
  const answers = { [questions.child.id]: { ...details, postcode: '', upn: '' } }
  await submissions.savePage({ submissionId, pageId: pages.child.id, answers })
  const alone = { [questions.alone.id]: sharedSecret }
  await submissions.savePage({ submissionId, pageId: pages.own.id, answers: alone })
  return submissionId
}

/** The token in the newest message to an address that asks for help with a form. */
export async function readHelpToken(server: TestServer, email: string): Promise<string> {
  await server.runJobs()
  const mail = server.mailbox.findLast(({ to, text }) => to === email && text.includes('/shared/'))
  return /\/shared\/invitations\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

/** Somebody who joined the owner of a form, and the invitation that they came by. */
export async function joinForm(
  server: TestServer,
  owner: BuiltSession,
  help: { submissionId: string; role: HelperRole; pageIds?: HelperPages; name?: string },
) {
  const helper = await buildPortalSession(server, 'citizen', { name: help.name ?? 'Robin Helper' })
  const { submissionId, role, pageIds = null } = help
  const { email } = helper
  const invitation = { idempotencyKey: newId(), submissionId, email, role, pageIds }
  const invited = await server.caller(owner).sharedForms.invite(invitation)
  if (invited.outcome !== 'invited') throw new Error(invited.outcome)
  const token = await readHelpToken(server, email)
  await server.caller(helper).sharedForms.accept({ token })
  return { helper, helperId: invited.helperId, token }
}
