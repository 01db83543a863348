import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { router, staffProcedure } from '../trpc.ts'
import { getPerson } from './find-person.ts'
import { searchPeople } from './search-people.ts'

export const peopleRouter = router({
  search: staffProcedure('people', 'read')
    .input(z.strictObject({ query: z.string().max(200), limit: z.int().min(1).max(100).default(50) }))
    .query(({ ctx, input }) => searchPeople(ctx, input.query, input.limit)),

  get: staffProcedure('people', 'read')
    .input(z.strictObject({ personId: Id }))
    .query(async ({ ctx, input }) => ({ person: await getPerson(ctx, input.personId) })),
})
