import { FormDefinition } from '@send/shared/forms/form-definition'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../database/idempotency.ts'
import { router, staffProcedure, twoStepVerifiedProcedure } from '../trpc.ts'
import { getFormVersion } from './get-form-version.ts'
import { listAvailableForms } from './list-available-forms.ts'
import { listForms } from './list-forms.ts'
import { publishForm } from './publish-form.ts'
import { setLive } from './set-live.ts'

const Nothing = z.strictObject({}).optional()
const Version = z.int().min(1)
const Publication = z.strictObject({
  idempotencyKey: Id,
  formId: Id,
  baseVersion: Version.nullable(),
  definition: FormDefinition,
  live: z.boolean(),
})

export const formsRouter = router({
  list: staffProcedure('formBuilder', 'read')
    .input(Nothing)
    .query(({ ctx }) => listForms(ctx)),

  getVersion: staffProcedure('formBuilder', 'read')
    .input(z.strictObject({ formId: Id, version: Version }))
    .query(async ({ ctx, input }) => ({
      definition: await getFormVersion(ctx, input.formId, input.version),
    })),

  publish: staffProcedure('formBuilder')
    .input(Publication)
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'forms.publish', input, () => publishForm(ctx, input)),
    ),

  setLive: staffProcedure('formBuilder')
    .input(z.strictObject({ formId: Id, live: z.boolean() }))
    .mutation(({ ctx, input }) => setLive(ctx, input.formId, input.live)),

  listAvailable: twoStepVerifiedProcedure.input(Nothing).query(({ ctx }) => listAvailableForms(ctx)),
})
