import { Answers } from '@send/shared/forms/answers'
import { PersonFact } from '@send/shared/forms/conditions/operand'
import { FormDefinition } from '@send/shared/forms/form-definition'
import { fileStates } from '@send/shared/submissions/file-lifecycle'
import { mostDescription } from '@send/shared/submissions/file-settings'
import { Id, PageId, QuestionId } from '@send/shared/values/ids'
import { PlainDate } from '@send/shared/values/plain-date'
import { z } from 'zod'

/** What the window tells the frame once: the form to fill in, and what its conditions may ask besides the answers. */
export const FillForm = z.strictObject({
  kind: z.literal('fillForm'),
  definition: FormDefinition,
  person: z.partialRecord(PersonFact, z.string()),
  today: PlainDate,
})
export type FillForm = z.infer<typeof FillForm>

const ShownProblem = z.strictObject({
  questionId: QuestionId,
  part: z.exactOptional(z.string()),
  message: z.string(),
})

/** Of a file that is on its way or did not get there; else where it stands in its quarantine. */
const FileStage = z.enum(['sending', 'notSent', 'notTaken', ...fileStates])

const ShownFile = z.strictObject({
  /** Its id, or what the window calls it until it has one. */
  key: z.string(),
  questionId: QuestionId,
  name: z.string(),
  size: z.number(), // bytes
  description: z.string(),
  stage: FileStage,
  /** Why it was not taken or refused, by its reason; why it was not sent, as a sentence. */
  why: z.string(),
  mayOpen: z.boolean(),
})
export type ShownFile = z.infer<typeof ShownFile>

/** What the window tells the frame after every change: the page to show, and all answers as they stand. */
export const FillState = z.strictObject({
  kind: z.literal('fillState'),
  pageId: PageId,
  /** What the button below the page leads to. */
  next: z.enum(['continue', 'check', 'checkAndSend']),
  answers: Answers,
  problems: z.array(ShownProblem),
  /** Grows when somebody asked for the problems and is led to them; nobody who types is. */
  checks: z.number(),
  /** Grows for a question whose answer came from elsewhere than its own boxes: these are drawn anew. */
  versions: z.record(QuestionId, z.number()),
  files: z.array(ShownFile),
  /** How large a file may be, and all files together, in megabytes. */
  fileLimits: z.strictObject({ fileMegabytes: z.number(), formMegabytes: z.number() }),
})
export type FillState = z.infer<typeof FillState>

/** What the frame tells the window: the answers of the page, and what nothing can keep as it stands. */
export const FillTyped = z.strictObject({
  kind: z.literal('fillTyped'),
  pageId: PageId,
  answers: Answers,
  notKept: z.array(ShownProblem),
})
export type FillTyped = z.infer<typeof FillTyped>

/** What the frame tells the window: that the officer is done with the page. */
export const FillContinue = z.strictObject({ kind: z.literal('fillContinue') })
export type FillContinue = z.infer<typeof FillContinue>

/** What the frame tells the window: files that were chosen for a question. */
export const FillFiles = z.strictObject({
  kind: z.literal('fillFiles'),
  questionId: QuestionId,
  files: z.array(z.instanceof(File)),
})
export type FillFiles = z.infer<typeof FillFiles>

/** What the frame tells the window: what is to be done with a file. */
export const FillFileAct = z.strictObject({
  kind: z.literal('fillFileAct'),
  act: z.enum(['open', 'remove', 'sendAgain', 'leaveOut']),
  key: z.string(),
})
export type FillFileAct = z.infer<typeof FillFileAct>

/** What the frame tells the window: what was typed about a file. */
export const FillFileWords = z.strictObject({
  kind: z.literal('fillFileWords'),
  key: z.string(),
  description: z.string().max(mostDescription),
})
export type FillFileWords = z.infer<typeof FillFileWords>

const LookupType = z.enum(['personLookup', 'baseLookup', 'staffLookup'])

/** What the frame asks of the window, which alone may ask the server: records of the authority by some words. */
export const FindRequest = z.strictObject({
  kind: z.literal('find'),
  number: z.int(),
  type: LookupType,
  text: z.string().max(200),
})
export type FindRequest = z.infer<typeof FindRequest>

const FoundRecord = z.strictObject({ id: Id, name: z.string(), detail: z.string().optional() })
export type FoundRecord = z.infer<typeof FoundRecord>

/** The records that were found, or why there are none. */
export const FindAnswer = z.strictObject({
  kind: z.literal('found'),
  number: z.int(),
  answer: z.union([
    z.strictObject({ records: z.array(FoundRecord) }),
    z.strictObject({ sentence: z.string() }),
  ]),
})
export type FindAnswer = z.infer<typeof FindAnswer>
