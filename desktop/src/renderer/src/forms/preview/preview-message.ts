import { Page } from '@send/shared/forms/form-definition'
import { Language, Text } from '@send/shared/texts/language'
import { z } from 'zod'

/** The window's own origin and the preview's: each listens to the other alone. */
export const windowOrigin = 'app://send'
export const previewOrigin = 'app://preview'

/** What the window tells the preview to show: a page of the form, or how the form begins. */
export const PreviewMessage = z.strictObject({
  kind: z.literal('show'),
  language: Language,
  title: Text,
  guidance: Text.nullable(),
  page: Page.nullable(),
  /** The question to bring into view. */
  questionId: z.string().nullable(),
})
export type PreviewMessage = z.infer<typeof PreviewMessage>

/** What the preview tells the window: that it listens. */
export const PreviewReady = z.strictObject({ kind: z.literal('ready') })
export type PreviewReady = z.infer<typeof PreviewReady>
