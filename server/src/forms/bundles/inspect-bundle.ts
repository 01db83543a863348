import type { BundleContent } from '@send/shared/forms/bundles/form-bundle'
import { planImport, type ImportPlan } from '@send/shared/forms/bundles/plan-import'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { newId } from '@send/shared/values/ids'
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { ProcedureContext } from '../../context.ts'
import { definitionDrafts } from '../drafts/tables.ts'
import { getFormVersion } from '../get-form-version.ts'
import { forms } from '../tables.ts'
import { findHere } from './find-here.ts'
import { verifyBundle } from './sign-bundle.ts'
import { importedBundles } from './tables.ts'
import { standingOf, type Standing } from './trusted-senders.ts'

/** A form here that the bundle may be a newer state of. */
export type ImportTarget = {
  formId: string
  /** The revision of the shared draft; 0 where there is none. */
  draftRevision: number
  /** The published version that the next draft is made from. */
  baseVersion: number | null
  /** The form as it is here: the shared draft, else the newest version. */
  current: FormDefinition
  /** The form as the last bundle brought it; null where none was imported. */
  base: FormDefinition | null
}

export type InspectedBundle =
  | { outcome: 'refused'; sentence: string }
  | {
      outcome: 'read'
      sender: { name: string; fingerprint: string; standing: Standing }
      content: BundleContent
      plan: ImportPlan
      targets: ImportTarget[]
      /** The id under which it is imported as a new form. */
      newFormId: string
      takenCodes: string[]
    }

/** What a bundle is, who signed it and what importing it would do; nothing is changed. */
export async function inspectBundle(ctx: ProcedureContext, text: string): Promise<InspectedBundle> {
  const verified = verifyBundle(text)
  if ('problem' in verified) return { outcome: 'refused', sentence: verified.problem }
  const { bundle, fingerprint } = verified
  const { content, signer } = bundle
  const { formId } = content.form
  const targets = await listTargets(ctx, content)
  const isHere = await isKnownForm(ctx, formId)
  return {
    outcome: 'read',
    sender: { name: signer.name, fingerprint, standing: await standingOf(ctx, fingerprint) },
    content,
    plan: planImport(content, await findHere(ctx, content)),
    targets,
    newFormId: isHere ? newId() : formId,
    takenCodes: await listTakenCodes(ctx),
  }
}

async function listTargets(ctx: ProcedureContext, { form }: BundleContent): Promise<ImportTarget[]> {
  const imported = await ctx.tx
    .select({ formId: importedBundles.formId, definition: importedBundles.definition })
    .from(importedBundles)
    .where(eq(importedBundles.sourceFormId, form.formId))
  const ids = [form.formId, ...imported.map(({ formId }) => formId)]
  const published = await ctx.tx
    .select({ formId: forms.id, latest: forms.latestVersion })
    .from(forms)
    .where(or(inArray(forms.id, ids), eq(forms.code, form.definition.code)))
  const drafted = await ctx.tx
    .select()
    .from(definitionDrafts)
    .where(
      or(
        inArray(definitionDrafts.formId, [...ids, ...published.map(({ formId }) => formId)]),
        eq(sql`${definitionDrafts.definition}->>'code'`, form.definition.code),
      ),
    )
  const found = new Set([...published, ...drafted.filter(isOpen)].map(({ formId }) => formId))
  const targets: ImportTarget[] = []
  for (const formId of found) {
    const version = published.find((one) => one.formId === formId)?.latest ?? null
    const draft = drafted.find((one) => one.formId === formId)
    const current =
      draft && isOpen(draft)
        ? draft.definition
        : version === null
          ? undefined
          : await getFormVersion(ctx, formId, version)
    if (!current) continue
    const base = imported.find((one) => one.formId === formId)?.definition ?? null
    const baseVersion = draft && isOpen(draft) ? draft.baseVersion : version
    targets.push({ formId, draftRevision: draft?.revision ?? 0, baseVersion, current, base })
  }
  return targets
}

function isOpen({ closed }: { closed: string | null }): boolean {
  return closed === null
}

async function isKnownForm(ctx: ProcedureContext, formId: string): Promise<boolean> {
  const [published] = await ctx.tx.select({ id: forms.id }).from(forms).where(eq(forms.id, formId))
  const [drafted] = await ctx.tx
    .select({ formId: definitionDrafts.formId })
    .from(definitionDrafts)
    .where(eq(definitionDrafts.formId, formId))
  return published !== undefined || drafted !== undefined
}

/** The codes of all forms and of all drafts that officers share. */
export async function listTakenCodes(ctx: ProcedureContext, exceptFormId?: string): Promise<string[]> {
  const published = await ctx.tx.select({ formId: forms.id, code: forms.code }).from(forms)
  const drafted = await ctx.tx
    .select({ formId: definitionDrafts.formId, code: sql<string>`${definitionDrafts.definition}->>'code'` })
    .from(definitionDrafts)
    .where(and(isNull(definitionDrafts.closed)))
  const others = [...published, ...drafted].filter(({ formId }) => formId !== exceptFormId)
  return [...new Set(others.map(({ code }) => code))]
}
