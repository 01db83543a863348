import { z } from 'zod'
import { router, staffProcedure } from '../trpc.ts'
import { readFileSettings, setFileSettings } from './file-settings.ts'

const Settings = z.strictObject({ staffOpenUnscanned: z.boolean() })

export const filesRouter = router({
  getSettings: staffProcedure('portalAdministration', 'read')
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => readFileSettings(ctx)),

  setSettings: staffProcedure('portalAdministration')
    .input(z.strictObject({ before: Settings, after: Settings }))
    .mutation(({ ctx, input }) => setFileSettings(ctx, input)),
})
