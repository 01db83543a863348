import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { router, twoStepVerifiedProcedure } from '../trpc.ts'
import { getMyChild, listMyChildren } from './my-children.ts'
import { listMyTasks } from './my-tasks.ts'

export const involvementsRouter = router({
  listMyChildren: twoStepVerifiedProcedure
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => listMyChildren(ctx)),

  getMyChild: twoStepVerifiedProcedure
    .input(z.strictObject({ personId: Id }))
    .query(({ ctx, input }) => getMyChild(ctx, input.personId)),

  listMyTasks: twoStepVerifiedProcedure
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => listMyTasks(ctx)),
})
