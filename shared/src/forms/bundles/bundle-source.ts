import { z } from 'zod'
import { Id } from '../../values/ids.ts'
import { FormDefinition } from '../form-definition.ts'

/** What is exported: a published version, or a draft as the officer has it. */
export const BundleSource = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('version'), formId: Id, version: z.int().min(1) }),
  z.strictObject({ of: z.literal('draft'), formId: Id, definition: FormDefinition }),
])
export type BundleSource = z.infer<typeof BundleSource>
