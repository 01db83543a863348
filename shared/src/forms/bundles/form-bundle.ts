import { z } from 'zod'
import { canonicalJson } from '../../values/canonical-json.ts'
import { Id } from '../../values/ids.ts'
import { StorableText } from '../../values/storable-text.ts'
import { ExternalCode } from '../bank/bank-question.ts'
import { BankCode, BankRevisionNumber } from '../bank/bank-tie.ts'
import { isBoundedTree } from '../conditions/bounded-tree.ts'
import { FormDefinition } from '../form-definition.ts'
import { LookupTable } from '../lookup-table.ts'
import { Question } from '../questions/question-types.ts'

/** The largest bundle in UTF-16 units: with the form beside it, it fits into one request; 500 questions have a quarter of it. */
export const mostBundleLetters = 1_250_000

/** Deeper and larger than any form with its tables; what is beyond is refused before anything looks at it. */
const bounds = { depth: 60, nodes: 400_000 }

export const BundledQuestion = z.strictObject({
  questionId: Id,
  code: BankCode,
  externalCode: ExternalCode.optional(),
  revision: BankRevisionNumber,
  content: Question,
})
export type BundledQuestion = z.infer<typeof BundledQuestion>

/** What a bundle carries: a form with everything that it needs, and nothing of people, groups or answers. */
export const BundleContent = z.strictObject({
  exportedAt: z.iso.datetime(),
  form: z.strictObject({
    formId: Id,
    /** The published version; null for a draft. */
    version: z.int().min(1).nullable(),
    definition: FormDefinition,
  }),
  lookupTables: z.array(LookupTable).max(200),
  bankQuestions: z.array(BundledQuestion).max(500),
})
export type BundleContent = z.infer<typeof BundleContent>

/** The public key in base64 and what the sender calls itself; only the fingerprint of the key proves anything. */
const Signer = z.strictObject({
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  name: StorableText.trim().min(1).max(200),
})

/** A form as a file: the content, its SHA-256, who signed, and an Ed25519 signature over all of it. */
export const FormBundle = z.strictObject({
  format: z.literal('send-form'),
  version: z.literal(1),
  content: BundleContent,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  signer: Signer,
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
})
export type FormBundle = z.infer<typeof FormBundle>
export type UnsignedBundle = Omit<FormBundle, 'signature'>

/** The text of a bundle: there is one for each bundle, so that not a single byte can be changed unnoticed. */
export function writeBundle(bundle: FormBundle): string {
  return `${canonicalJson(bundle)}\n`
}

export type ReadBundle = { bundle: FormBundle } | { problem: string }

/** Reads the text of a bundle; answers with a sentence for what is none. The signature is not looked at. */
export function readBundle(text: string): ReadBundle {
  if (text.length > mostBundleLetters)
    return { problem: 'The file is too large for a form. Ask the sender for a smaller one.' }
  const value = parsed(text)
  if (value === undefined || !isBoundedTree(value, bounds)) return { problem: notABundle }
  if (isOfAnotherVersion(value))
    return { problem: 'The file was made by a newer SEND Portal. Update this one to import it.' }
  const bundle = FormBundle.safeParse(value)
  if (!bundle.success) return { problem: notABundle }
  // Anything said twice, hidden under a name of the language or put in another order is told by the text alone.
  if (writeBundle(bundle.data) !== text) return { problem: altered }
  return hasTwins(bundle.data.content) ? { problem: notABundle } : { bundle: bundle.data }
}

const notABundle = 'The file holds no form of SEND Portal. Nothing was imported.'

/** What is said of a bundle that is not as its sender made it. */
export const altered =
  'The file was changed after it was signed, so nothing was imported. Ask the sender for it again.'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isOfAnotherVersion(value: unknown): boolean {
  const head = z.looseObject({ format: z.literal('send-form'), version: z.int() }).safeParse(value)
  return head.success && head.data.version > 1
}

function hasTwins({ lookupTables, bankQuestions }: BundleContent): boolean {
  const ids = [
    ...lookupTables.map(({ id }) => `table ${id}`),
    ...bankQuestions.map(({ questionId }) => `question ${questionId}`),
  ]
  return new Set(ids).size < ids.length
}
