// Procedures of the bench server alone: what a row is measured against. None of them is part of the product.
import { initTRPC } from '@trpc/server'
import { desc, eq } from 'drizzle-orm'
import { jsonb, pgTable, uuid } from 'drizzle-orm/pg-core'
import { users } from '@send/server/accounts/tables'
import { isReplacedOf } from '@send/server/chronology/list-entries'
import { chronologyEntries } from '@send/server/chronology/tables'
import type { Database } from '@send/server/database/client'
import { getPerson } from '@send/server/people/find-person'
import { receiveSubmission } from '@send/server/submissions/receive-submission'
import { publicProcedure, router, staffProcedure, twoStepVerifiedProcedure } from '@send/server/trpc'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'

const bareInserts = pgTable('bench_inserts', { id: uuid().primaryKey(), document: jsonb().notNull() })
const Document = z.strictObject({ id: Id, document: z.record(z.string(), z.unknown()) })

/** As every procedure of the server is built, in one transaction. */
export const houseRouter = router({
  /** Only inserts. */
  insert: publicProcedure.input(Document).mutation(async ({ ctx, input }) => {
    await ctx.tx.insert(bareInserts).values(input)
    return { id: input.id }
  }),

  /** `submissions.submit` that leaves no line of its own in the audit trail. */
  submitUnaudited: twoStepVerifiedProcedure
    .input(z.strictObject({ idempotencyKey: Id, submissionId: Id }))
    .mutation(({ ctx, input }) => {
      const unaudited = { ...ctx, audit: async () => {} }
      return receiveSubmission(unaudited, { ...input, language: 'en' })
    }),

  /** `chronology.list` without the condition of the access lists, and with all the rest. */
  listUnguarded: staffProcedure('chronology', 'read')
    .input(z.strictObject({ personId: Id }))
    .query(async ({ ctx, input: { personId } }) => {
      await getPerson(ctx, personId)
      const rows = await ctx.tx
        .select({ entry: chronologyEntries, addedBy: users.name, isReplaced: isReplacedOf(personId) })
        .from(chronologyEntries)
        .innerJoin(users, eq(users.id, chronologyEntries.addedBy))
        .where(eq(chronologyEntries.personId, personId))
        .orderBy(desc(chronologyEntries.occurredOn), desc(chronologyEntries.addedAt))
      const details = { entries: rows.length }
      const looked = { objectKind: 'person', objectId: personId, personId, details }
      await ctx.audit({ action: 'chronology.list', ...looked })
      const entries = rows.map(
        ({ entry: { id: entryId, kind, title, reference, occurredOn, addedAt }, addedBy, isReplaced }) => ({
          entryId,
          kind,
          title,
          reference,
          occurredOn,
          addedAt: addedAt.toISOString(),
          addedBy,
          isReplaced,
        }),
      )
      return { entries }
    }),
})

/** As no procedure of the server is built: without even a transaction. */
export function createBareRouter(database: Database) {
  const bare = initTRPC.create()
  return bare.router({
    insert: bare.procedure.input(Document).mutation(async ({ input }) => {
      await database.insert(bareInserts).values(input)
      return { id: input.id }
    }),
  })
}
