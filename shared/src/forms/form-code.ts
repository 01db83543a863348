import { z } from 'zod'

/** The code by which the authority knows a form, such as `EHC-REQUEST`. */
export const FormCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,29}$/, 'Use 2 to 30 capital letters, digits and hyphens.')
export type FormCode = z.infer<typeof FormCode>
