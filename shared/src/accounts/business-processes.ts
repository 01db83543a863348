import { z } from 'zod'

/** What a permission group may grant, named as in the authority's own procedures. */
export const BusinessProcess = z.enum([
  'formBuilder',
  'manageIncomingForms',
  'matching',
  'people',
  'chronology',
])
export type BusinessProcess = z.infer<typeof BusinessProcess>
