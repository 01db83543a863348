import { ConflictDecision, mostDecisions } from '@send/shared/suspense/conflicts/decision'
import { FamilyDecision, mostFamilyDecisions } from '@send/shared/suspense/conflicts/family/family-decision'
import { mayStandUnder, RuleScope, RuleSet } from '@send/shared/suspense/conflicts/import-rules'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../../database/idempotency.ts'
import { router, staffProcedure } from '../../trpc.ts'
import { findScopes } from './find-scopes.ts'
import { getConflicts } from './get-conflicts.ts'
import { listConflicts } from './list-conflicts.ts'
import { listRules } from './read-rules.ts'
import { resolveConflicts } from './resolve-conflicts.ts'
import { setRules } from './set-rules.ts'

const looking = staffProcedure('matching', 'read')

/** What matched children told otherwise than the people whom they are. */
export const importConflictsRouter = router({
  list: looking
    .input(z.strictObject({ personId: Id.optional() }))
    .query(({ ctx, input }) => listConflicts(ctx, input)),

  get: looking
    .input(z.strictObject({ incomingChildId: Id }))
    .query(({ ctx, input }) => getConflicts(ctx, input.incomingChildId)),

  resolve: staffProcedure('matching')
    .input(
      z
        .strictObject({
          idempotencyKey: Id,
          incomingChildId: Id,
          decisions: z.array(ConflictDecision).max(mostDecisions),
          family: z.array(FamilyDecision).max(mostFamilyDecisions).exactOptional(),
        })
        .refine(({ decisions, family = [] }) => decisions.length + family.length > 0, 'Decide something.'),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'importConflicts.resolve', input, () =>
        resolveConflicts(ctx, input),
      ),
    ),
})

const administering = staffProcedure('portalAdministration', 'read')
const Change = z
  .strictObject({ scope: RuleScope, before: RuleSet, after: RuleSet })
  .refine(({ scope, after }) => mayStandUnder(scope, after), 'Only the files of a school add children.')

/** What incoming records may change. */
export const importRulesRouter = router({
  list: administering
    .input(z.strictObject({}).optional())
    .query(async ({ ctx }) => ({ scopes: await listRules(ctx) })),

  findScopes: administering
    .input(z.strictObject({ text: z.string().max(200) }))
    .query(({ ctx, input }) => findScopes(ctx, input.text.trim())),

  set: staffProcedure('portalAdministration')
    .input(z.strictObject({ idempotencyKey: Id, changes: z.array(Change).min(1).max(50) }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'importRules.set', input, () => setRules(ctx, input.changes)),
    ),
})
