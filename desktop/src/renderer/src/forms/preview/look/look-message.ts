import { FormDefinition } from '@send/shared/forms/form-definition'
import { AccessibilityFailure } from '@send/shared/forms/gate/accessibility-check'
import { PageState } from '@send/shared/forms/gate/page-states'
import { PlainDate } from '@send/shared/values/plain-date'
import { z } from 'zod'

/** What the window asks: to draw one state of a page and say what axe finds in it. */
export const LookRequest = z.strictObject({
  kind: z.literal('look'),
  number: z.int(),
  definition: FormDefinition,
  /** What relative dates are counted from. */
  today: PlainDate,
  state: PageState,
})
export type LookRequest = z.infer<typeof LookRequest>

/** What the preview found; `failed` when axe itself could not run. */
export const LookAnswer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('looked'),
    number: z.int(),
    axeVersion: z.string(),
    passes: z.int(),
    unsure: z.int(),
    failures: z.array(AccessibilityFailure),
  }),
  z.strictObject({ kind: z.literal('lookFailed'), number: z.int(), message: z.string() }),
])
export type LookAnswer = z.infer<typeof LookAnswer>

/** What the window asks: what a screen reader would say of the page that is shown. */
export const ReadRequest = z.strictObject({ kind: z.literal('read'), number: z.int() })
export type ReadRequest = z.infer<typeof ReadRequest>

const Role = z.enum([
  'heading',
  'text',
  'group',
  'edit',
  'radio',
  'checkbox',
  'list',
  'fileChooser',
  'button',
  'link',
  'alert',
])

/** One thing that a screen reader says: what it is, what it is called, and what is said of it besides. */
export const ReadItem = z.strictObject({
  role: Role,
  level: z.int().nullable(),
  name: z.string(),
  description: z.string(),
})
export type ReadItem = z.infer<typeof ReadItem>

export const ReadAnswer = z.strictObject({
  kind: z.literal('readOut'),
  number: z.int(),
  items: z.array(ReadItem),
})
export type ReadAnswer = z.infer<typeof ReadAnswer>
