import { RelationshipEntry } from '@send/shared/people/family/relationships'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../../database/idempotency.ts'
import { router, staffProcedure } from '../../trpc.ts'
import { addRelationship } from './add-relationship.ts'
import { correctRelationship } from './correct-relationship.ts'
import { getFamily } from './get-family.ts'
import { removeRelationship } from './remove-relationship.ts'

/** A relationship is kept on the record of the child. */
const meant = { idempotencyKey: Id, personId: Id, relationshipId: Id, version: z.int().min(1) }

export const familyRouter = router({
  get: staffProcedure('people', 'read')
    .input(z.strictObject({ personId: Id }))
    .query(({ ctx, input }) => getFamily(ctx, input.personId)),

  add: staffProcedure('people')
    .input(z.strictObject({ idempotencyKey: Id, childId: Id, carerId: Id, entry: RelationshipEntry }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'family.add', input, () => addRelationship(ctx, input)),
    ),

  correct: staffProcedure('people')
    .input(z.strictObject({ ...meant, entry: RelationshipEntry }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'family.correct', input, () =>
        correctRelationship(ctx, input, input.entry),
      ),
    ),

  remove: staffProcedure('people')
    .input(z.strictObject(meant))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'family.remove', input, () => removeRelationship(ctx, input)),
    ),
})
