import { z } from 'zod'
import { KeptForm } from '../accounts/kept-form.ts'

/** What was typed into a page that could not be saved, and the page it belongs to. */
export const Kept = z.strictObject({ form: KeptForm, returnTo: z.string() })
export type Kept = z.infer<typeof Kept>

/** Keeps a posted page with its address. */
export function keptOf(form: KeptForm, url: URL): Kept {
  return { form, returnTo: `${url.pathname}${url.search}` }
}
