import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import type { BuiltSession } from './build-sessions.ts'
import { publishLive } from './publish-live.ts'
import type { TestServer } from './test-server.ts'

export type PublishedForm = { formId: string; pageId: string; details: string; views: string; file: string }
export type ChildTyped = {
  givenNames: string
  familyName?: string
  upn?: string
  dateOfBirth?: { day: string; month: string; year: string }
}
export type WaitingChild = { incomingChildId: string; submissionId: string; reference: string }

let forms = 0

/** A live request form that the designer's group may read and administer once it stands on a chronology. */
export async function publishRequestForm(server: TestServer, designer: BuiltSession): Promise<PublishedForm> {
  const [details, views] = [buildQuestion('childDetails'), buildQuestion('longText')]
  const file = buildQuestion('file', { required: false, maxFiles: 5 })
  const page = buildPage([details, views, file])
  const entries = [
    {
      effect: 'allow' as const,
      subject: { kind: 'group' as const, id: designer.groupIds[0] ?? '' },
      rights: ['read' as const, 'administer' as const],
    },
  ]
  forms += 1
  const definition = buildForm({ code: `WAITING-${forms}`, pages: [page], accessList: { entries } })
  const formId = await publishLive(server, designer, definition)
  return { formId, pageId: page.id, details: details.id, views: views.id, file: file.id }
}

type Sending = {
  form: PublishedForm
  sender: BuiltSession
  child: ChildTyped
  /** What is done with the form before it is sent. */
  prepare?: (submissionId: string) => Promise<void>
  /** What happens after it was sent and before it is in suspense. */
  meanwhile?: () => Promise<void>
}

/** A child in suspense, by a form that its sender sends; a second one about the same child hangs on the same. */
export async function sendChild(
  server: TestServer,
  { form, sender, child, prepare, meanwhile }: Sending,
): Promise<WaitingChild> {
  const caller = server.caller(sender)
  const { submissionId } = await caller.submissions.start({ idempotencyKey: newId(), formId: form.formId })
  const answers = {
    [form.details]: {
      familyName: 'Rees',
      dateOfBirth: { day: '4', month: '9', year: '2018' },
      sex: 'female' as const,
      postcode: 'CF10 1AA',
      upn: '',
      ...child,
    },
    [form.views]: `What ${child.givenNames} finds hard.`,
  }
  await caller.submissions.savePage({ submissionId, pageId: form.pageId, answers })
  await prepare?.(submissionId)
  const sent = await caller.submissions.submit({ idempotencyKey: newId(), submissionId })
  if (sent.outcome !== 'received') throw new Error(JSON.stringify(sent))
  await meanwhile?.()
  await server.runJobs()
  const row = await findIncomingChild(server, submissionId)
  return { incomingChildId: row, submissionId, reference: sent.reference }
}

async function findIncomingChild(server: TestServer, submissionId: string): Promise<string> {
  const [row] = await server.ownerDatabase.execute<{ id: string | null }>(
    `select incoming_child_id as id from submissions where id = '${submissionId}'`,
  )
  if (!row?.id) throw new Error('The child is not in suspense')
  return row.id
}
