import { FormDefinition } from '@send/shared/forms/form-definition'
import { LookupEntry, LookupTableName, mostLookupEntries } from '@send/shared/forms/lookup-table'
import { areDatesInOrder } from '@send/shared/forms/form-lifecycle'
import { AccessibilityCheck } from '@send/shared/forms/gate/accessibility-check'
import { Id } from '@send/shared/values/ids'
import { PlainDate } from '@send/shared/values/plain-date'
import { z } from 'zod'
import { onceOnly } from '../database/idempotency.ts'
import { publicProcedure, router, staffProcedure, twoStepVerifiedProcedure } from '../trpc.ts'
import { bankProcedures } from './bank/router.ts'
import { bundleProcedures } from './bundles/router.ts'
import { draftProcedures } from './drafts/router.ts'
import { getBlankForm } from './get-blank-form.ts'
import { getFormVersion } from './get-form-version.ts'
import { getLookupTable } from './lookup-tables/get-lookup-table.ts'
import { listLookupTables } from './lookup-tables/list-lookup-tables.ts'
import { saveLookupTable } from './lookup-tables/save-lookup-table.ts'
import { listAvailableForms } from './list-available-forms.ts'
import { listForms } from './list-forms.ts'
import { listVersions } from './list-versions.ts'
import { publishForm } from './publish-form.ts'
import { setLiveDates } from './set-live-dates.ts'
import { setLive } from './set-live.ts'

const Nothing = z.strictObject({}).optional()
const Version = z.int().min(1)
const LiveDatesInput = z
  .strictObject({ liveFrom: PlainDate.nullable(), liveUntil: PlainDate.nullable() })
  .refine(areDatesInOrder, 'The last day must not be before the first.')
const Publication = z.strictObject({
  idempotencyKey: Id,
  formId: Id,
  baseVersion: Version.nullable(),
  definition: FormDefinition,
  live: z.boolean(),
  dates: LiveDatesInput.optional(),
  effectiveFrom: PlainDate.optional(),
  askOnlyChanged: z.array(Version).max(1000).default([]),
  accessibilityCheck: AccessibilityCheck.optional(),
})

const ChangedTable = z.strictObject({
  idempotencyKey: Id,
  tableId: Id,
  baseVersion: Version.nullable(),
  name: LookupTableName,
  entries: z.array(LookupEntry).max(mostLookupEntries),
})

export const formsRouter = router({
  getBlank: publicProcedure
    .input(z.strictObject({ formId: Id }))
    .query(({ ctx, input }) => getBlankForm(ctx, input.formId)),

  list: staffProcedure('formBuilder', 'read')
    .input(Nothing)
    .query(({ ctx }) => listForms(ctx)),

  getVersion: staffProcedure('formBuilder', 'read')
    .input(z.strictObject({ formId: Id, version: Version }))
    .query(async ({ ctx, input }) => ({
      definition: await getFormVersion(ctx, input.formId, input.version),
    })),

  listVersions: staffProcedure('formBuilder', 'read')
    .input(z.strictObject({ formId: Id }))
    .query(({ ctx, input }) => listVersions(ctx, input.formId)),

  publish: staffProcedure('formBuilder')
    .input(Publication)
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'forms.publish', input, () => publishForm(ctx, input)),
    ),

  setLive: staffProcedure('formBuilder')
    .input(z.strictObject({ formId: Id, live: z.boolean() }))
    .mutation(({ ctx, input }) => setLive(ctx, input.formId, input.live)),

  listLookupTables: staffProcedure('formBuilder', 'read')
    .input(Nothing)
    .query(({ ctx }) => listLookupTables(ctx)),

  getLookupTable: staffProcedure('formBuilder', 'read')
    .input(z.strictObject({ tableId: Id }))
    .query(({ ctx, input }) => getLookupTable(ctx, input.tableId)),

  saveLookupTable: staffProcedure('formBuilder')
    .input(ChangedTable)
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'forms.saveLookupTable', input, () => saveLookupTable(ctx, input)),
    ),

  setLiveDates: staffProcedure('formBuilder')
    .input(z.strictObject({ formId: Id, dates: LiveDatesInput }))
    .mutation(({ ctx, input }) => setLiveDates(ctx, input.formId, input.dates)),

  ...draftProcedures,
  ...bankProcedures,
  ...bundleProcedures,

  listAvailable: twoStepVerifiedProcedure.input(Nothing).query(({ ctx }) => listAvailableForms(ctx)),
})
