import type { AuditCursor, AuditFilter } from '@send/shared/audit/audit-filter'
import { writeCsvLine } from '@send/shared/values/csv'
import type { Actor, ProcedureContext } from '../../context.ts'
import { listAuditLines, type AuditLine } from './audit-lines.ts'

export type AuditExport = {
  filter: AuditFilter
  /** The same for all pages of one export. */
  exportId: string
  after: AuditCursor | null
  reason: string
}

const pageSize = 2000

const columns: Record<string, (line: AuditLine) => string> = {
  'When (UTC)': ({ at }) => at,
  Who: ({ actor }) => actor.name ?? '',
  'E-mail': ({ actor }) => actor.email ?? '',
  'Kind of user': ({ actor }) => actor.kind,
  What: ({ action }) => action,
  Outcome: ({ outcome }) => outcome,
  Child: ({ person }) => person?.name ?? '',
  'Number of the child': ({ person }) => person?.personId ?? '',
  'Kind of object': ({ objectKind }) => objectKind,
  Object: ({ objectId }) => objectId,
  Why: ({ reason }) => reason ?? '',
  From: ({ face }) => face ?? '',
  Address: ({ address }) => address ?? '',
  Request: ({ requestId }) => requestId ?? '',
  Details: ({ details }) => JSON.stringify(details),
  Line: ({ id }) => id,
}

/**
 * The next part of the trail as CSV, at most 2,000 lines, so that an export of any size neither fills the memory
 * nor holds a transaction open; the first part begins with the headings. Every part is audited with the reason.
 */
export async function exportAudit(
  ctx: ProcedureContext<Actor>,
  { filter, exportId, after, reason }: AuditExport,
): Promise<{ csv: string; next: AuditCursor | null }> {
  const { lines, next } = await listAuditLines(ctx.tx, filter, { after, limit: pageSize })
  const { personId } = filter
  const details = { filter, lines: lines.length }
  const object = { objectKind: 'export', objectId: exportId }
  await ctx.audit({ action: 'audit.export', ...object, personId, reason, details })
  const rows = lines.map((line) => writeCsvLine(Object.values(columns).map((cell) => cell(line))))
  // With the mark at the beginning a spreadsheet reads names with accents rightly.
  const headings = after ? '' : `\uFEFF${writeCsvLine(Object.keys(columns))}`
  return { csv: headings + rows.join(''), next }
}
