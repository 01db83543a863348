import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { dialog } from 'electron'
import type { BundleSource } from '@send/shared/forms/bundles/bundle-source'
import { mostBundleLetters } from '@send/shared/forms/bundles/form-bundle'
import { z } from 'zod'

import { done } from '../answer-window.ts'
import type { CallResult, ServerCall } from '../server-calls.ts'

const Exported = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('exported'), text: z.string(), fileName: z.string() }),
  z.object({ outcome: z.literal('refused'), sentence: z.string() }),
])

const filters = [{ name: 'SEND form', extensions: ['json'] }]
/** Of no text within the limit UTF-8 needs more bytes. */
const mostBytes = 3 * mostBundleLetters

/**
 * Has the server make a bundle, asks where to save it and writes it there. The server is asked first, so that a refusal
 * asks nothing.
 */
export async function exportBundle(
  callServer: (call: ServerCall) => Promise<CallResult>,
  source: BundleSource,
): Promise<CallResult> {
  const made = await callServer({ type: 'mutation', path: 'forms.exportBundle', input: source })
  if (!made.ok) return made
  const exported = Exported.parse(made.data)
  if (exported.outcome === 'refused') return notDone(exported.sentence)
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: exported.fileName, filters })
  if (canceled || !filePath) return done({ file: null })
  try {
    await writeFile(filePath, exported.text, { mode: 0o600 })
    return done({ file: path.basename(filePath) })
  } catch (error) {
    return notDone(`The file could not be saved (${causeOf(error)}). Choose another place and try again.`)
  }
}

/** Asks for a file and reads it as text; what is in it is judged by the server. */
export async function pickBundle(): Promise<CallResult> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openFile'], filters })
  const [filePath] = filePaths
  if (canceled || !filePath) return done(null)
  try {
    if ((await stat(filePath)).size > mostBytes)
      return notDone('The file is too large for a form. Ask the sender for a smaller one.')
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(filePath))
    return done({ name: path.basename(filePath), text })
  } catch (error) {
    if (error instanceof TypeError)
      return notDone('The file holds no form of SEND Portal. Nothing was imported.')
    return notDone(`The file could not be read (${causeOf(error)}). Choose it again.`)
  }
}

function notDone(message: string): CallResult {
  return { ok: false, error: { message, data: undefined } }
}

function causeOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
