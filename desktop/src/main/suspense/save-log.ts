import { writeFile } from 'node:fs/promises'
import { dialog } from 'electron'
import { Reason } from '@send/shared/audit/reason'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'

import { done } from '../answer-window.ts'
import type { CallResult, ServerCall } from '../server-calls.ts'

/** What the window asks for: an entry of the log of undone matches, and why it is taken out of the client. */
export const UndoneMatchToSave = z.strictObject({ undoneMatchId: Id, reason: Reason })

/** The same of the log of unmerged records. */
export const UnmergeToSave = z.strictObject({ unmergedPersonId: Id, reason: Reason })

type LogToSave = {
  path: 'undoneMatches.export' | 'personMerges.export'
  input: z.infer<typeof UndoneMatchToSave> | z.infer<typeof UnmergeToSave>
  /** How the file is called; it names nobody. */
  name: string
}

const Exported = z.object({ text: z.string() })

/**
 * Has the server write a log, which puts the reason into the audit trail, and saves it where the officer says. The
 * server is asked first, so that a refusal asks nothing.
 */
export async function saveLog(
  callServer: (call: ServerCall) => Promise<CallResult>,
  { path, input, name }: LogToSave,
): Promise<CallResult> {
  const made = await callServer({ type: 'mutation', path, input })
  if (!made.ok) return made
  const { text } = Exported.parse(made.data)
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: `${name}-${new Date().toISOString().slice(0, 10)}.txt`,
    filters: [{ name: 'Text', extensions: ['txt'] }],
  })
  if (canceled || !filePath) return done({ saved: false })
  try {
    await writeFile(filePath, text, { mode: 0o600 })
    return done({ saved: true })
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    const message = `The log could not be saved (${cause}). Choose another place and try again.`
    return { ok: false, error: { message, data: undefined } }
  }
}
