import { Inactive } from '@send/shared/people/inactive'
import { ChangesTold, PersonEntry } from '@send/shared/people/person-entry'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../database/idempotency.ts'
import { router, staffProcedure } from '../trpc.ts'
import { correctPerson } from './by-hand/correct-person.ts'
import { removeExternalId } from './external-ids/remove-external-id.ts'
import { findBases } from './find-bases.ts'
import { getPerson } from './find-person.ts'
import { getPersonRecord } from './get-person-record.ts'
import { findSurvivor } from './merging/find-survivor.ts'
import { searchPeople } from './search-people.ts'
import { setInactive } from './set-inactive.ts'

export const peopleRouter = router({
  search: staffProcedure('people', 'read')
    .input(z.strictObject({ query: z.string().max(200), limit: z.int().min(1).max(100).default(50) }))
    .query(({ ctx, input }) => searchPeople(ctx, input.query, input.limit)),

  get: staffProcedure('people', 'read')
    .input(z.strictObject({ personId: Id }))
    .query(async ({ ctx, input: { personId } }) => ({
      // Whoever has the id of a record that was merged into another is led there.
      person: await getPerson(ctx, (await findSurvivor(ctx, personId)) ?? personId),
    })),

  getRecord: staffProcedure('people', 'read')
    .input(z.strictObject({ personId: Id }))
    .query(({ ctx, input }) => getPersonRecord(ctx, input.personId)),

  findSchools: staffProcedure('people')
    .input(z.strictObject({ text: z.string().max(200) }))
    .query(({ ctx, input }) => findBases(ctx, input.text.trim())),

  setInactive: staffProcedure('people')
    .input(
      z.strictObject({
        idempotencyKey: Id,
        personId: Id,
        before: Inactive.nullable(),
        after: Inactive.nullable(),
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'people.setInactive', input, () => setInactive(ctx, input)),
    ),

  removeExternalId: staffProcedure('people')
    .input(z.strictObject({ idempotencyKey: Id, personId: Id, id: Id }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'people.removeExternalId', input, () =>
        removeExternalId(ctx, input),
      ),
    ),

  correct: staffProcedure('people')
    .input(
      z.strictObject({
        idempotencyKey: Id,
        personId: Id,
        expected: PersonEntry,
        entry: PersonEntry,
        told: ChangesTold,
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'people.correct', input, () => correctPerson(ctx, input)),
    ),
})
