import { Answers } from '@send/shared/forms/answers'
import { FormDefinition } from '@send/shared/forms/form-definition'
import { PageId } from '@send/shared/values/ids'
import { Language } from '@send/shared/texts/language'
import { PlainDate } from '@send/shared/values/plain-date'
import { z } from 'zod'

/** The window's own origin and the preview's: each listens to the other alone. */
export const windowOrigin = 'app://send'
export const previewOrigin = 'app://preview'

/** What the window tells the preview to show: a page of the form, or how the form begins. */
export const PreviewMessage = z.strictObject({
  kind: z.literal('show'),
  language: Language,
  /** The whole form: what is shown on a page follows from answers on others. */
  definition: FormDefinition,
  pageId: PageId.nullable(),
  /** What relative dates are counted from. */
  today: PlainDate,
  /** The question to bring into view. */
  questionId: z.string().nullable(),
})
export type PreviewMessage = z.infer<typeof PreviewMessage>

/** What the preview tells the window: the test answers, from which it follows what is hidden. */
export const PreviewTyped = z.strictObject({ kind: z.literal('typed'), answers: Answers })
export type PreviewTyped = z.infer<typeof PreviewTyped>

/** What the preview tells the window: that it listens. */
export const PreviewReady = z.strictObject({ kind: z.literal('ready') })
export type PreviewReady = z.infer<typeof PreviewReady>
