import type { AuditCursor, AuditFilter } from '@send/shared/audit/audit-filter'
import type { Actor, ProcedureContext } from '../../context.ts'
import { listAuditLines, type AuditLine } from './audit-lines.ts'

const pageSize = 100

/** A page of the audit trail; the look at it is a line of its own. */
export async function searchAudit(
  ctx: ProcedureContext<Actor>,
  filter: AuditFilter,
  after: AuditCursor | null,
): Promise<{ lines: AuditLine[]; next: AuditCursor | null }> {
  const page = await listAuditLines(ctx.tx, filter, { after, limit: pageSize })
  const { personId } = filter
  await ctx.audit({
    action: 'audit.search',
    objectKind: 'audit',
    objectId: 'lines',
    personId,
    details: { filter, found: page.lines.length },
  })
  return page
}
