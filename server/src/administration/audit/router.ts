import { AuditCursor, AuditFilter } from '@send/shared/audit/audit-filter'
import { Reason } from '@send/shared/audit/reason'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { searchPeople } from '../../people/search-people.ts'
import { requireRecentPassword } from '../../accounts/recent-password.ts'
import { router, staffProcedure } from '../../trpc.ts'
import { exportAudit } from './export-audit.ts'
import { findUsers } from './find-users.ts'
import { getSealState } from './get-seal-state.ts'
import { listAlerts } from './list-alerts.ts'
import { markSeen } from './mark-seen.ts'
import { searchAudit } from './search-audit.ts'

const auditor = staffProcedure('audit')
const Nothing = z.strictObject({}).optional()
const Typed = z.strictObject({ query: z.string().trim().min(2).max(200) })
const mostPeople = 20

/** The browser of the audit trail: it reads all rooms, so it stands in the right-most. */
export const auditRouter = router({
  search: auditor
    .input(z.strictObject({ filter: AuditFilter, cursor: AuditCursor.nullish() }))
    .query(({ ctx, input }) => searchAudit(ctx, input.filter, input.cursor ?? null)),

  export: auditor
    .input(
      z.strictObject({
        filter: AuditFilter,
        exportId: Id,
        after: AuditCursor.nullable(),
        reason: Reason,
      }),
    )
    .mutation(({ ctx, input }) => {
      requireRecentPassword(ctx)
      return exportAudit(ctx, input)
    }),

  alerts: auditor.input(Nothing).query(({ ctx }) => listAlerts(ctx)),

  markSeen: auditor
    .input(z.strictObject({ alertId: Id }))
    .mutation(({ ctx, input }) => markSeen(ctx, input.alertId)),

  verifyState: auditor.input(Nothing).query(({ ctx }) => getSealState(ctx)),

  findUsers: auditor.input(Typed).query(({ ctx, input }) => findUsers(ctx, input.query)),

  findPeople: auditor.input(Typed).query(({ ctx, input }) => searchPeople(ctx, input.query, mostPeople)),
})
