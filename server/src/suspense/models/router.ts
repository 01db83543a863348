import { z } from 'zod'
import { router, staffProcedure } from '../../trpc.ts'
import { compareModels } from './compare-models.ts'

/** The models by which incoming children are weighed. */
export const matchingModelsRouter = router({
  compare: staffProcedure('matching', 'read')
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => compareModels(ctx)),
})
