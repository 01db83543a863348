import type { Answers } from '@send/shared/forms/answers'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { get } from './ask.ts'
import type { Person } from './person.ts'

/** A live request form with a child, a text and a file. */
export type RequestForm = { formId: string; pageId: string; childId: string; viewsId: string; fileId: string }

export async function publishRequestForm(designer: Person): Promise<RequestForm> {
  const [child, views] = [buildQuestion('childDetails'), buildQuestion('longText')]
  const file = buildQuestion('file', { required: false, maxFiles: 10, maxBytes: 20_000_000, types: ['pdf'] })
  const page = buildPage([child, views, file])
  const entry = {
    effect: 'allow' as const,
    subject: { kind: 'user' as const, id: designer.userId },
    rights: ['read' as const],
  }
  const definition = buildForm({ code: 'CAMPAIGN', pages: [page], accessList: { entries: [entry] } })
  const [formId, idempotencyKey] = [newId(), newId()]
  await get(async () =>
    designer.api.forms.publish.mutate(
      await withPassedCheck({ idempotencyKey, formId, baseVersion: null, definition, live: true }),
    ),
  )
  return { formId, pageId: page.id, childId: child.id, viewsId: views.id, fileId: file.id }
}

/** Answers about a child of its own for every number. */
export function answersAbout(form: RequestForm, number: number): Answers {
  const letters = Array.from(String(number), (digit) => 'abcdefghij'.charAt(Number(digit))).join('')
  const child = {
    givenNames: `Mali ${letters}`,
    familyName: 'O’Connor-Hughes',
    dateOfBirth: {
      day: String(1 + (number % 28)),
      month: String(1 + (number % 12)),
      year: String(2008 + (number % 15)),
    },
    sex: 'female' as const,
    postcode: 'CF10 1AA',
    upn: '',
  }
  return { [form.childId]: child, [form.viewsId]: `${'ab '.repeat(300)} 🌈 مرحبا ${number}` }
}
