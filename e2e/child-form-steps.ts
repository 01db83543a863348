import type { FormDefinition } from '@send/shared/forms/form-definition'
import { newId, newPageId, newQuestionId } from '@send/shared/values/ids'
import type { Person } from '../scripts/campaigns/ground/person.ts'

/** A request for parents that asks only who the child is. */
export function buildChildForm(title: string): FormDefinition {
  const question = { id: newQuestionId(), wording: { en: 'Who is the child?' }, required: true }
  return {
    code: 'CHILD',
    title: { en: title },
    englishOnly: 'Its readers are tests.',
    audience: 'parents',
    purpose: 'ehcNeedsAssessmentRequest',
    accessList: { entries: [] },
    pages: [
      { id: newPageId(), title: { en: 'The child' }, questions: [{ ...question, type: 'childDetails' }] },
    ],
  }
}

type Sending = { form: FormDefinition; formId: string; givenNames: string; familyName: string }

/** Sends such a form past the portal, as its sender. */
export async function sendChildForm(
  { api }: Person,
  { form, formId, ...names }: Sending,
): Promise<{ submissionId: string }> {
  const [page] = form.pages
  const { submissionId } = await api.submissions.start.mutate({ idempotencyKey: newId(), formId })
  const rest = { sex: 'female' as const, postcode: '', upn: '' }
  const dateOfBirth = { day: '4', month: '9', year: '2018' }
  const answers = { [page?.questions[0]?.id ?? '']: { ...names, ...rest, dateOfBirth } }
  await api.submissions.savePage.mutate({ submissionId, pageId: page?.id ?? '', answers })
  await api.submissions.submit.mutate({ idempotencyKey: newId(), submissionId })
  return { submissionId }
}
