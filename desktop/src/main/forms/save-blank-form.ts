import { writeFile } from 'node:fs/promises'
import { dialog } from 'electron'
import { Language } from '@send/shared/texts/language'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'

import { done } from '../answer-window.ts'
import type { CallResult, ServerCall } from '../server-calls.ts'
import { fetchPdf } from './fetch-pdf.ts'

/** What the window asks for: a live form, in which letters and which language. It never names an address. */
export const BlankFormToSave = z.strictObject({
  formId: Id,
  size: z.enum(['standard', 'large']),
  language: Language,
})
export type BlankFormToSave = z.infer<typeof BlankFormToSave>

const Found = z.object({ address: z.url({ protocol: /^https?$/ }), code: z.string() })

/**
 * Fetches a form to be filled in by hand from the portal, at the address that the server tells and as anybody would, and
 * saves it where the officer says. Nothing about a child is in it.
 */
export async function saveBlankForm(
  callServer: (call: ServerCall) => Promise<CallResult>,
  { formId, size, language }: BlankFormToSave,
): Promise<CallResult> {
  const found = await callServer({ type: 'query', path: 'onBehalf.findBlankForm', input: { formId } })
  if (!found.ok) return found
  const { address, code } = Found.parse(found.data)
  const pdf = await fetchPdf(`${address}?size=${size}&language=${language}`)
  if (!pdf) return notDone('The portal did not give the blank form. Try again in a few minutes.')
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: `${code}${size === 'large' ? '-large-print' : ''}.pdf`,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  if (canceled || !filePath) return done({ saved: false })
  try {
    await writeFile(filePath, pdf)
    return done({ saved: true })
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    return notDone(`The blank form could not be saved (${cause}). Choose another place and try again.`)
  }
}

function notDone(message: string): CallResult {
  return { ok: false, error: { message, data: undefined } }
}
