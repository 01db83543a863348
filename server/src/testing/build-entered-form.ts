import type { FormOrigin, OriginSignature } from '@send/shared/submissions/form-origin'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import type { BuiltSession } from './build-sessions.ts'
import { publishLive } from './publish-live.ts'
import type { TestServer } from './test-server.ts'

let forms = 0

export type PaperForm = { formId: string; child: string; views: string; hidden: string; declaration: string }

/** A live request form of the portals with a condition and a declaration; the designer's group may read its entries. */
export async function publishPaperForm(server: TestServer, designer: BuiltSession): Promise<PaperForm> {
  const [child, views] = [buildQuestion('childDetails'), buildQuestion('longText')]
  const helped = buildQuestion('yesNo', { required: false })
  const showIf = {
    kind: 'oneOf' as const,
    of: { from: 'answer' as const, questionId: helped.id },
    values: ['yes'],
  }
  const hidden = buildQuestion('shortText', { required: false, showIf })
  const declaration = buildQuestion('declaration')
  const entries = [
    {
      effect: 'allow' as const,
      subject: { kind: 'group' as const, id: designer.groupIds[0] ?? '' },
      rights: ['read' as const, 'administer' as const],
    },
  ]
  forms += 1
  const formId = await publishLive(
    server,
    designer,
    buildForm({
      code: `PAPER-${forms}`,
      pages: [buildPage([child, views, helped, hidden]), buildPage([declaration])],
      accessList: { entries },
    }),
  )
  return { formId, child: child.id, views: views.id, hidden: hidden.id, declaration: declaration.id }
}

/** A paper form of a mother, received on 20 February 2026. */
export function buildOrigin(overrides: Partial<FormOrigin> = {}): FormOrigin {
  return {
    channel: 'paper',
    receivedOn: '2026-02-20',
    fromName: 'Maria Jones',
    fromRelationship: 'mother',
    fromContact: '',
    ...overrides,
  }
}

export const signedByMaria: OriginSignature = { by: 'Maria Jones', on: '2026-02-18' }

/** What the mother wrote of a child, complete but for what only she can sign. */
export function writtenOf(form: PaperForm, givenNames = 'Efa') {
  return {
    [form.child]: {
      givenNames,
      familyName: 'Rees',
      dateOfBirth: { day: '4', month: '9', year: '2018' },
      sex: 'female' as const,
      postcode: 'CF10 1AA',
      upn: '',
    },
    [form.views]: `What ${givenNames} finds hard.`,
  }
}

type Sending = {
  internalFormId: string
  revision: number
  origin: FormOrigin
  fileIds: string[]
  signature: OriginSignature | null
}

/** A form that an officer enters as far as it is ready to be sent; `send` gives what the window would send. */
export async function enterForm(
  server: TestServer,
  officer: BuiltSession,
  { form, origin = buildOrigin(), givenNames }: { form: PaperForm; origin?: FormOrigin; givenNames?: string },
) {
  const caller = server.caller(officer)
  const { internalFormId } = await caller.onBehalf.start({
    idempotencyKey: newId(),
    formId: form.formId,
    origin,
  })
  const saved = await caller.internalForms.save({
    internalFormId,
    revision: 1,
    windowId: newId(),
    saveNumber: 1,
    answers: writtenOf(form, givenNames),
  })
  if (saved.outcome !== 'saved') throw new Error(saved.outcome)
  const { revision } = saved
  return {
    internalFormId,
    revision,
    sending: { internalFormId, revision, origin, fileIds: [], signature: signedByMaria } as Sending,
  }
}
