import { FileSettings } from '@send/shared/submissions/file-settings'
import { z } from 'zod'
import { router, staffProcedure } from '../trpc.ts'
import { readFileSettings, setFileSettings } from './file-settings.ts'

export const filesRouter = router({
  getSettings: staffProcedure('portalAdministration', 'read')
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => readFileSettings(ctx)),

  setSettings: staffProcedure('portalAdministration')
    .input(z.strictObject({ before: FileSettings, after: FileSettings }))
    .mutation(({ ctx, input }) => setFileSettings(ctx, input)),
})
