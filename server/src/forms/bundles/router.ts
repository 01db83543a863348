import { BundleSource } from '@send/shared/forms/bundles/bundle-source'
import { mostBundleLetters } from '@send/shared/forms/bundles/form-bundle'
import { FormDefinition } from '@send/shared/forms/form-definition'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../../database/idempotency.ts'
import { staffProcedure } from '../../trpc.ts'
import { exportBundle } from './export-bundle.ts'
import { importBundle } from './import-bundle.ts'
import { inspectBundle } from './inspect-bundle.ts'
import { forgetSender, listTrustedSenders, trustSender } from './trusted-senders.ts'

// What is longer is told in a sentence; what is much longer is no honest request.
const BundleText = z.string().max(mostBundleLetters + 1)
const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/)
const Version = z.int().min(1)
const Chosen = z.array(Id).max(500)
const Import = z.strictObject({
  idempotencyKey: Id,
  bundle: BundleText,
  formId: Id,
  baseRevision: z.int().min(0),
  baseVersion: Version.nullable(),
  definition: FormDefinition,
  choices: z.strictObject({ takeTables: Chosen, takeQuestions: Chosen }),
})

/** Forms as signed files between authorities, and between Test and Live; a part of the procedures of forms. */
export const bundleProcedures = {
  exportBundle: staffProcedure('formBuilder')
    .input(BundleSource)
    .mutation(({ ctx, input }) => exportBundle(ctx, input)),

  inspectBundle: staffProcedure('formBuilder')
    .input(z.strictObject({ bundle: BundleText }))
    .query(({ ctx, input }) => inspectBundle(ctx, input.bundle)),

  importBundle: staffProcedure('formBuilder')
    .input(Import)
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'forms.importBundle', input, () => importBundle(ctx, input)),
    ),

  listTrustedSenders: staffProcedure('formBuilder', 'read')
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => listTrustedSenders(ctx)),

  trustSender: staffProcedure('formBuilder')
    .input(z.strictObject({ bundle: BundleText, fingerprint: Fingerprint }))
    .mutation(({ ctx, input }) => trustSender(ctx, input)),

  forgetSender: staffProcedure('formBuilder')
    .input(z.strictObject({ fingerprint: Fingerprint }))
    .mutation(({ ctx, input }) => forgetSender(ctx, input.fingerprint)),
}
