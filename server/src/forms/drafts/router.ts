import { FormDefinition } from '@send/shared/forms/form-definition'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { staffProcedure } from '../../trpc.ts'
import { notePresence } from './draft-presence.ts'
import { getDraft } from './get-draft.ts'
import { listDrafts } from './list-drafts.ts'
import { pushDraft } from './push-draft.ts'
import { removeDraft } from './remove-draft.ts'

const Revision = z.int().min(0)
const OneForm = z.strictObject({ formId: Id })
const Push = z.strictObject({
  operationId: Id,
  formId: Id,
  baseRevision: Revision,
  baseVersion: z.int().min(1).nullable(),
  definition: FormDefinition,
})

/** The drafts that officers share; a part of the procedures of forms. */
export const draftProcedures = {
  listDrafts: staffProcedure('formBuilder', 'read')
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => listDrafts(ctx)),

  getDraft: staffProcedure('formBuilder', 'read')
    .input(OneForm)
    .query(({ ctx, input }) => getDraft(ctx, input.formId)),

  pushDraft: staffProcedure('formBuilder')
    .input(Push)
    .mutation(({ ctx, input }) => pushDraft(ctx, input)),

  removeDraft: staffProcedure('formBuilder')
    .input(z.strictObject({ formId: Id, revision: Revision }))
    .mutation(({ ctx, input }) => removeDraft(ctx, input)),

  draftPresence: staffProcedure('formBuilder')
    .input(z.strictObject({ formId: Id, open: z.boolean() }))
    .query(({ ctx, input }) => notePresence(ctx, input)),
}
