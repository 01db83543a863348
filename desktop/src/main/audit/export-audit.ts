import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import { dialog } from 'electron'
import { AuditCursor, AuditFilter } from '@send/shared/audit/audit-filter'
import { Reason } from '@send/shared/audit/reason'
import { z } from 'zod'

import type { CallResult, ServerCall } from '../server-calls.ts'

/** What the window asks for: the lines that its filter shows, and why. */
export const AuditExportRequest = z.strictObject({ filter: AuditFilter, reason: Reason })
type AuditExportRequest = z.infer<typeof AuditExportRequest>

const Part = z.object({ csv: z.string(), next: AuditCursor.nullable() })

/**
 * Asks where to save, then writes part after part to that file, so that neither the window nor the memory ever
 * holds the whole. The first part is fetched before the question, so that a refusal asks nothing. A file that
 * did not become whole is left empty.
 */
export async function exportAudit(
  callServer: (call: ServerCall) => Promise<CallResult>,
  { filter, reason }: AuditExportRequest,
): Promise<CallResult> {
  const exportId = randomUUID()
  const fetchPart = (after: AuditCursor | null) =>
    callServer({ type: 'mutation', path: 'audit.export', input: { filter, reason, exportId, after } })
  const first = await fetchPart(null)
  if (!first.ok) return first
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: `audit-${new Date().toISOString().slice(0, 10)}.csv`,
    filters: [{ name: 'CSV', extensions: ['csv'] }],
  })
  if (canceled || !filePath) return { ok: true, data: { saved: false } }
  return writeParts(filePath, first.data, fetchPart)
}

async function writeParts(
  filePath: string,
  first: unknown,
  fetchPart: (after: AuditCursor) => Promise<CallResult>,
): Promise<CallResult> {
  let file: Awaited<ReturnType<typeof open>> | undefined
  try {
    file = await open(filePath, 'w', 0o600)
    for (let part = Part.parse(first); ;) {
      await file.write(part.csv)
      if (!part.next) return { ok: true, data: { saved: true } }
      const next = await fetchPart(part.next)
      if (!next.ok) {
        await file.truncate(0)
        return next
      }
      part = Part.parse(next.data)
    }
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    const message = `The export could not be saved (${cause}). Choose another place and try again.`
    return { ok: false, error: { message, data: undefined } }
  } finally {
    await file?.close()
  }
}
