import { createHash, randomBytes } from 'node:crypto'
import type { Answers } from '@send/shared/forms/answers'
import { newId } from '@send/shared/values/ids'
import { canonicalJson } from './canonical-json.ts'
import type { Ground } from './ground.ts'
import type { Journal } from './journal.ts'
import { answersAbout } from './request-form.ts'
import { uploadFile, type Person } from './person.ts'

/** One form on its way from a parent, with the keys under which its requests may be repeated. */
export type Sending = {
  parent: Person
  startKey: string
  submitKey: string
  answers: Answers
  file: Buffer
  /** Known once the form was started. */
  submissionId: string
  /** Known once its receipt was read. */
  reference: string | undefined
}

export function newSending(
  ground: Ground,
  parent: Person,
  number: number,
  { fileBytes = 20_000 }: { fileBytes?: number } = {},
): Sending {
  return {
    parent,
    startKey: newId(),
    submitKey: newId(),
    answers: answersAbout(ground.form, number),
    file: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(fileBytes)]),
    submissionId: '',
    reference: undefined,
  }
}

/** The requests of a form in their order; each may be repeated as often as one likes. */
export const sendingSteps = {
  async start({ form }: Ground, sending: Sending): Promise<void> {
    const { startKey: idempotencyKey, parent } = sending
    const { submissionId } = await parent.api.submissions.start.mutate({
      idempotencyKey,
      formId: form.formId,
    })
    if (sending.submissionId !== '' && sending.submissionId !== submissionId)
      throw new Error('One key started two forms')
    sending.submissionId = submissionId
  },

  async save({ form }: Ground, { parent, submissionId, answers }: Sending): Promise<void> {
    await parent.api.submissions.savePage.mutate({ submissionId, pageId: form.pageId, answers })
  },

  /** An upload has no key: whoever got no answer looks whether the file is there, as on the portal. */
  async attach(ground: Ground, { parent, submissionId, file }: Sending): Promise<void> {
    const { files } = await parent.api.submissions.getMine.query({ submissionId })
    if (files.length > 0) return
    await uploadFile(ground.stack, parent, { submissionId, questionId: ground.form.fileId }, file)
  },
}

/** Submits a form; the journal knows before and after. A repeat must bring the same receipt. */
export async function submit(journal: Journal, sending: Sending): Promise<void> {
  const { parent, submissionId, submitKey: key } = sending
  const hashes = { answersHash: hashOf(canonicalJson(sending.answers)), fileHash: hashOf(sending.file) }
  journal.write({ at: 'sent', key, submissionId, ...hashes })
  const receipt = await parent.api.submissions.submit.mutate({ idempotencyKey: key, submissionId })
  if (receipt.outcome !== 'received') throw new Error(`A complete form is ${receipt.outcome}`)
  const { reference } = receipt
  journal.write({ at: 'received', key, submissionId, reference })
  if (sending.reference !== undefined && sending.reference !== reference)
    throw new Error(`One form has two receipts: ${sending.reference} and ${reference}`)
  sending.reference = reference
}

export function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
