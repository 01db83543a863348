import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import type { AccessRight } from '@send/shared/accounts/access-list'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { LookupTable } from '@send/shared/forms/lookup-table'
import { newId, newPageId, newQuestionId } from '@send/shared/values/ids'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { nextTotpCode } from './totp.ts'

function asked(en: string) {
  return { id: newQuestionId(), wording: { en }, required: true }
}

/** A request with one question of every type, on three pages; its access list is filled when it is published. */
export function buildRequestForm(title: string): FormDefinition {
  return {
    code: `REQUEST-${String(Date.now()).slice(-8)}`,
    title: { en: title },
    englishOnly: 'Its readers are tests.',
    audience: 'parents',
    purpose: 'ehcNeedsAssessmentRequest',
    accessList: { entries: [] },
    pages: [
      {
        id: newPageId(),
        title: { en: 'About the child' },
        questions: [{ ...asked('Who is the child?'), type: 'childDetails' }],
      },
      {
        id: newPageId(),
        title: { en: 'About the needs' },
        questions: [
          { ...asked('What is hard?'), type: 'longText', maxLength: 5000 },
          { ...asked('Which school?'), type: 'shortText', maxLength: 100, required: false },
          { ...asked('Is the child in school now?'), type: 'yesNo' },
          {
            ...asked('Who are you?'),
            type: 'singleChoice',
            options: [
              { value: 'parent', label: { en: 'Parent' } },
              { value: 'carer', label: { en: 'Carer' } },
            ],
          },
          { ...asked('How many schools so far?'), type: 'wholeNumber', min: 0, max: 20 },
          { ...asked('When did you first notice?'), type: 'date' },
        ],
      },
      {
        id: newPageId(),
        title: { en: 'Letters and reports' },
        questions: [
          { ...asked('Reports'), type: 'file', maxFiles: 3, maxBytes: 1024 * 1024, types: ['pdf', 'text'] },
        ],
      },
    ],
  }
}

type Called = {
  outcome?: string
  token?: string
  processes?: string[]
  groups?: { id: string; name: string }[]
  forms?: { formId: string; code: string; versions: { number: number }[] }[]
  definition?: FormDefinition
}

async function call(serverUrl: string, procedure: string, input: unknown, token?: string): Promise<Called> {
  const answer = await fetch(`${serverUrl}/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(input),
  })
  if (!answer.ok) throw new Error(`${procedure} was refused: ${await answer.text()}`)
  return ((await answer.json()) as { result: { data: Called } }).result.data
}

export type Published = { formIds: string[]; token: string | undefined }

/** Publishes a form and makes it Live, as the member of the sample staff who may. */
export async function publishForm(serverUrl: string, definition: FormDefinition): Promise<void> {
  await publishForms(serverUrl, [definition])
}

/** Opens a published form to new answers, or closes it to them. */
export async function setLive(serverUrl: string, published: Published, live: boolean): Promise<void> {
  for (const formId of published.formIds)
    await call(serverUrl, 'forms.setLive', { formId, live }, published.token)
}

/** Publishes several forms with one signing in: a code of the second step counts once; first their look-up tables. */
export async function publishForms(
  serverUrl: string,
  definitions: FormDefinition[],
  tables: LookupTable[] = [],
): Promise<Published> {
  const { token, groups } = await signInPublisher(serverUrl)
  for (const { id, name, entries } of tables) {
    const table = { idempotencyKey: newId(), tableId: id, baseVersion: null, name, entries }
    const { outcome } = await call(serverUrl, 'forms.saveLookupTable', table, token)
    if (outcome !== 'saved') throw new Error(`The look-up table was not saved: ${outcome}`)
  }
  const formIds: string[] = []
  for (const definition of definitions) {
    const formId = newId()
    const readable = { ...definition, accessList: { entries: entriesFor(groups, definition) } }
    await publishAs(serverUrl, token, { formId, baseVersion: null, definition: readable })
    formIds.push(formId)
  }
  return { formIds, token }
}

/** Every group reads what came in; forms of staff are also theirs to fill in. */
function entriesFor(groups: { id: string }[], { family }: FormDefinition) {
  const rights: AccessRight[] = family === 'internal' ? ['read', 'write', 'delete'] : ['read']
  return groups.map(({ id }) => ({
    effect: 'allow' as const,
    subject: { kind: 'group' as const, id },
    rights,
  }))
}

/** Publishes the next version of a form under another title, as a colleague would from another computer. */
export async function publishNextVersion(serverUrl: string, code: string, title: string): Promise<void> {
  const { token } = await signInPublisher(serverUrl)
  const { forms } = await call(serverUrl, 'forms.list', {}, token)
  const form = forms?.find((listed) => listed.code === code)
  const version = form?.versions.at(-1)?.number
  if (!form || !version) throw new Error(`There is no form ${code}`)
  const { formId } = form
  const { definition } = await call(serverUrl, 'forms.getVersion', { formId, version }, token)
  if (!definition) throw new Error(`There is no version ${version} of ${code}`)
  const titled = { ...definition, title: { en: title } }
  await publishAs(serverUrl, token, { formId, baseVersion: version, definition: titled })
}

type Publication = { formId: string; baseVersion: number | null; definition: FormDefinition }

async function publishAs(serverUrl: string, token: string, publication: Publication): Promise<void> {
  const input = await withPassedCheck({ idempotencyKey: newId(), live: true, ...publication })
  const { outcome } = await call(serverUrl, 'forms.publish', input, token)
  if (outcome !== 'published') throw new Error(`The form was not published: ${outcome}`)
}

type Publisher = { token: string; groups: { id: string; name: string }[] }

async function signInPublisher(serverUrl: string): Promise<Publisher> {
  for (const { email, password, totpSecret } of sampleStaff) {
    const first = await call(serverUrl, 'accounts.signIn', { email, password })
    const code = { method: 'totp', code: await nextTotpCode(totpSecret) }
    const { token = '' } = await call(serverUrl, 'accounts.verifySecondStep', code, first.token)
    const { processes } = await call(serverUrl, 'accounts.me', {}, token)
    if (!processes?.includes('formBuilder')) continue
    const { groups = [] } = await call(serverUrl, 'accounts.listAccessSubjects', {}, token)
    return { token, groups }
  }
  throw new Error('Nobody of the sample staff may publish forms')
}
