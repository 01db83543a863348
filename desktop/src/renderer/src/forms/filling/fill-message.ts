import { Answers } from '@send/shared/forms/answers'
import { PersonFact } from '@send/shared/forms/conditions/operand'
import { FormDefinition } from '@send/shared/forms/form-definition'
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

/** What the window tells the frame after every change: the page to show, and all answers as they stand. */
export const FillState = z.strictObject({
  kind: z.literal('fillState'),
  pageId: PageId,
  isLast: z.boolean(),
  answers: Answers,
  problems: z.array(ShownProblem),
  /** Grows for a question whose answer came from elsewhere than its own boxes: these are drawn anew. */
  versions: z.record(QuestionId, z.number()),
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
