import { adaptDefinition, type ImportChoices } from '@send/shared/forms/bundles/adapt-definition'
import { joinEntries, planImport, type ImportPlan } from '@send/shared/forms/bundles/plan-import'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { mostLookupEntries } from '@send/shared/forms/lookup-table'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { saveBankQuestion } from '../bank/save-bank-question.ts'
import { pushDraft } from '../drafts/push-draft.ts'
import { saveLookupTable } from '../lookup-tables/save-lookup-table.ts'
import { findHere, type FoundHere } from './find-here.ts'
import { listTakenCodes } from './inspect-bundle.ts'
import { verifyBundle } from './sign-bundle.ts'
import { importedBundles } from './tables.ts'
import { standingOf } from './trusted-senders.ts'

export type ImportBundle = {
  idempotencyKey: string
  bundle: string
  formId: string
  /** The revision of the shared draft with which the bundle was merged; 0 where there was none. */
  baseRevision: number
  baseVersion: number | null
  /** What becomes the draft: the form of the bundle with what was changed here laid over it. */
  definition: FormDefinition
  choices: ImportChoices
}

export type ImportedBundle =
  | { outcome: 'imported'; revision: number }
  | { outcome: 'refused'; sentence: string }
  | { outcome: 'untrusted' }
  | { outcome: 'codeTaken' }
  /** A colleague changed the draft since the bundle was looked at. */
  | { outcome: 'behind' }

/**
 * Imports a bundle as the draft of a form, with the tables and bank questions that were chosen: all of it or nothing.
 * What is published changes only when somebody publishes the draft.
 */
export async function importBundle(
  ctx: ProcedureContext<Actor>,
  request: ImportBundle,
): Promise<ImportedBundle> {
  const { formId, baseRevision, baseVersion, definition, choices } = request
  const verified = verifyBundle(request.bundle)
  if ('problem' in verified) return { outcome: 'refused', sentence: verified.problem }
  const { bundle, fingerprint } = verified
  const { content } = bundle
  if ((await standingOf(ctx, fingerprint)) === 'unknown') return { outcome: 'untrusted' }
  const taken = await listTakenCodes(ctx, formId)
  if (taken.includes(definition.code)) return { outcome: 'codeTaken' }
  const here = await findHere(ctx, content)
  const plan = planImport(content, here)
  const pushed = await pushDraft(ctx, {
    operationId: request.idempotencyKey,
    formId,
    baseRevision,
    baseVersion,
    definition,
  })
  if (pushed.outcome === 'behind') return { outcome: 'behind' }
  await saveTables(ctx, { plan, here, choices })
  await saveQuestions(ctx, { plan, here, choices })
  const { code, accessList } = definition
  const imported = {
    sourceFormId: content.form.formId,
    fingerprint,
    definition: adaptDefinition(content, { plan, choices, placing: { code, accessList } }),
    exportedAt: new Date(content.exportedAt),
    importedAt: ctx.now(),
    importedBy: ctx.actor.userId,
  }
  await ctx.tx
    .insert(importedBundles)
    .values({ formId, ...imported })
    .onConflictDoUpdate({ target: importedBundles.formId, set: imported })
  await ctx.audit({
    action: 'forms.importBundle',
    objectKind: 'form',
    objectId: formId,
    details: { code, fingerprint, hash: bundle.hash, sourceFormId: content.form.formId, ...choices },
  })
  return { outcome: 'imported', revision: pushed.revision }
}

type Saving = { plan: ImportPlan; here: FoundHere; choices: ImportChoices }

async function saveTables(ctx: ProcedureContext<Actor>, { plan, here, choices }: Saving): Promise<void> {
  for (const table of plan.tables) {
    const { theirs, tableId } = table
    const isTaken = table.state === 'differs' && choices.takeTables.includes(theirs.id)
    if (table.state !== 'new' && !isTaken) continue
    const entries = isTaken ? joinEntries(theirs.entries, table.mine.entries) : theirs.entries
    const name = table.state === 'new' ? table.name : table.mine.name
    if (entries.length > mostLookupEntries)
      throw notImported(`The look-up table “${name}” would have more than ${mostLookupEntries} entries.`)
    const baseVersion = here.tableVersions.get(tableId) ?? null
    const saved = await saveLookupTable(ctx, { tableId, baseVersion, name, entries })
    if (saved.outcome === 'refused')
      throw notImported(`The look-up table “${name}” cannot be kept: ${saved.problems[0]?.sentence ?? ''}`)
    if (saved.outcome !== 'saved') throw new SendError('conflict')
  }
}

async function saveQuestions(ctx: ProcedureContext<Actor>, { plan, here, choices }: Saving): Promise<void> {
  for (const question of plan.questions) {
    const { theirs, code } = question
    const { questionId, content } = theirs
    const isTaken = question.state === 'differs' && choices.takeQuestions.includes(questionId)
    if (question.state !== 'new' && !isTaken) continue
    const externalCode = here.externalCodes.get(questionId) ?? theirs.externalCode ?? null
    const baseRowVersion = here.rowVersions.get(questionId) ?? null
    const saved = await saveBankQuestion(ctx, { questionId, baseRowVersion, code, externalCode, content })
    if (saved.outcome === 'refused')
      throw notImported(`The question ${code} cannot be kept in the bank: ${saved.sentence}`)
    if (saved.outcome !== 'saved' || saved.revision !== question.revision) throw new SendError('conflict')
  }
}

/** Thrown, so that nothing of the import stays. */
function notImported(sentence: string): SendError {
  return new SendError('conflict', `${sentence} Nothing was imported.`)
}
