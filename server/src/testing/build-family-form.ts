import type { Answers } from '@send/shared/forms/answers'
import type { AnswerOf } from '@send/shared/forms/questions/question-types'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { eq } from 'drizzle-orm'
import { submissions } from '../submissions/tables.ts'
import { toldChild } from './build-incoming-child.ts'
import { publishLive } from './publish-live.ts'
import type { BuiltSession } from './build-sessions.ts'
import type { TestServer } from './test-server.ts'

const tellsOf = 'carer' as const
const optional = { required: false, tellsOf } as const

/** A form whose questions tell of its sender, and of other parents and carers; a group of staff may read what comes in. */
export function buildFamilyForm(groupId: string) {
  const child = buildQuestion('childDetails')
  const relationship = buildQuestion('singleChoice', {
    ...optional,
    options: [
      { value: 'mother', label: { en: 'Mother' } },
      { value: 'step-parent', label: { en: 'Step-parent' } },
      { value: 'other', label: { en: 'Somebody else' } },
    ],
  })
  const responsibility = buildQuestion('yesNo', optional)
  const phone = buildQuestion('phone', optional)
  const name = buildQuestion('personName', optional)
  const reached = buildQuestion('contactDetails', optional)
  const address = buildQuestion('address', optional)
  const others = buildQuestion('group', { required: false, questions: [name, reached, address] })
  const page = buildPage([child, relationship, responsibility, phone, others])
  const subject = { kind: 'group' as const, id: groupId }
  const accessList = {
    entries: [{ effect: 'allow' as const, subject, rights: ['read' as const, 'administer' as const] }],
  }
  const code = `FAMILY-${newId().slice(-12).toUpperCase()}`
  const questions = { child, relationship, responsibility, phone, others, name, reached, address }
  const definition = buildForm({ code, pages: [page], accessList })
  return { definition, pageId: page.id, ids: mapIds(questions) }
}

/** The same, live. */
export async function publishFamilyForm(server: TestServer, designer: BuiltSession) {
  const { definition, ...form } = buildFamilyForm(designer.groupIds[0] ?? '')
  return { ...form, formId: await publishLive(server, designer, definition) }
}

export type FamilyForm = Awaited<ReturnType<typeof publishFamilyForm>>

function mapIds<Key extends string>(questions: Record<Key, { id: string }>): Record<Key, string> {
  const pairs = Object.entries<{ id: string }>(questions).map(([key, { id }]) => [key, id])
  return Object.fromEntries(pairs) as Record<Key, string>
}

/** What a form says of its sender and of others; what is left out is not answered. */
export type FamilyTold = {
  relationship?: string
  responsibility?: 'yes' | 'no'
  phone?: string
  others?: {
    name: AnswerOf<'personName'>
    reached?: Partial<AnswerOf<'contactDetails'>>
    address?: AnswerOf<'address'>
  }[]
  child?: Partial<AnswerOf<'childDetails'>>
}

/** The answers of a form that tells of a family, and of a child. */
export function answerFamily({ ids }: Pick<FamilyForm, 'ids'>, told: FamilyTold): Answers {
  const { dateOfBirth, ...identity } = toldChild
  const [year = '', month = '', day = ''] = dateOfBirth.split('-')
  const items = (told.others ?? []).map(({ name, reached, address }, index) => ({
    id: `i_${String.fromCodePoint(97 + index).repeat(26)}`,
    answers: {
      [ids.name]: name,
      ...(reached ? { [ids.reached]: { phone: '', email: '', preferred: '' as const, ...reached } } : {}),
      ...(address ? { [ids.address]: address } : {}),
    },
  }))
  return {
    [ids.child]: { ...identity, dateOfBirth: { day, month, year }, upn: '', ...told.child },
    [ids.relationship]: told.relationship ?? '',
    [ids.responsibility]: told.responsibility ?? '',
    [ids.phone]: told.phone ?? '',
    [ids.others]: items,
  }
}

/** A child in suspense, by a form that tells of its family. */
export async function sendFamily(
  server: TestServer,
  { form, sender, told }: { form: FamilyForm; sender: BuiltSession; told: FamilyTold },
): Promise<{ incomingChildId: string; submissionId: string }> {
  const { formId, pageId } = form
  const caller = server.caller(sender)
  const { submissionId } = await caller.submissions.start({ idempotencyKey: newId(), formId })
  await caller.submissions.savePage({ submissionId, pageId, answers: answerFamily(form, told) })
  const sent = await caller.submissions.submit({ idempotencyKey: newId(), submissionId })
  if (sent.outcome !== 'received') throw new Error(JSON.stringify(sent))
  await server.runJobs()
  const [row] = await server.ownerDatabase
    .select({ id: submissions.incomingChildId })
    .from(submissions)
    .where(eq(submissions.id, submissionId))
  if (!row?.id) throw new Error('The child is in suspense')
  return { incomingChildId: row.id, submissionId }
}
