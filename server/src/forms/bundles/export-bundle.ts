import { listTied } from '@send/shared/forms/bank/bank-problems'
import type { BundleSource } from '@send/shared/forms/bundles/bundle-source'
import { mostBundleLetters, type BundledQuestion } from '@send/shared/forms/bundles/form-bundle'
import { listQuestions, type FormDefinition } from '@send/shared/forms/form-definition'
import type { LookupTable } from '@send/shared/forms/lookup-table'
import { listWithMembers } from '@send/shared/forms/map-questions'
import { dateInLondon } from '@send/shared/values/plain-date'
import { and, eq, inArray } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { bankQuestions, bankRevisions } from '../bank/tables.ts'
import { getFormVersion } from '../get-form-version.ts'
import { readEntries } from '../lookup-tables/read-entries.ts'
import { lookupTables } from '../tables.ts'
import { getBundleKey } from './bundle-key.ts'
import { fingerprintOf, signBundle } from './sign-bundle.ts'

export type ExportedBundle =
  | { outcome: 'exported'; text: string; fileName: string; fingerprint: string }
  | { outcome: 'refused'; sentence: string }

/** Makes the signed bundle of a form with its look-up tables and bank questions; who may do what stays here. */
export async function exportBundle(
  ctx: ProcedureContext<Actor>,
  source: BundleSource,
): Promise<ExportedBundle> {
  const { formId } = source
  const version = source.of === 'version' ? source.version : null
  const whole =
    source.of === 'version' ? await getFormVersion(ctx, formId, source.version) : source.definition
  // The permission groups of this authority mean nothing elsewhere, and are nobody's business there.
  const definition = { ...whole, accessList: { entries: [] } }
  const content = {
    exportedAt: ctx.now().toISOString(),
    form: { formId, version, definition },
    lookupTables: await collectTables(ctx, definition),
    bankQuestions: await collectBankQuestions(ctx, definition),
  }
  const key = await getBundleKey(ctx)
  const name = new URL(ctx.services.portal.origins.citizen).hostname
  const text = signBundle(content, { key, name })
  if (text.length > mostBundleLetters)
    return {
      outcome: 'refused',
      sentence: 'The form is too large to be exported. Shorten its look-up tables.',
    }
  const fingerprint = fingerprintOf(key.publicKey)
  await ctx.audit({
    action: 'forms.exportBundle',
    objectKind: 'form',
    objectId: formId,
    details: { code: definition.code, version, fingerprint },
  })
  const state = version === null ? `draft-${dateInLondon(ctx.now())}` : `v${version}`
  return { outcome: 'exported', text, fileName: `${definition.code}-${state}.send-form.json`, fingerprint }
}

/** The tables as they are here now; one that is not here as the form carries it. */
async function collectTables(ctx: ProcedureContext, definition: FormDefinition): Promise<LookupTable[]> {
  const carried = new Map<string, LookupTable>()
  for (const question of listWithMembers(listQuestions(definition))) {
    if (question.type === 'lookup' && question.table)
      carried.set(question.table.id, { ...question.table, entries: question.entries })
  }
  if (carried.size === 0) return []
  const { id, name } = lookupTables
  const here = await ctx.tx
    .select({ id, name })
    .from(lookupTables)
    .where(inArray(id, [...carried.keys()]))
  for (const table of here) carried.set(table.id, { ...table, entries: await readEntries(ctx, table.id) })
  return [...carried.values()]
}

async function collectBankQuestions(
  ctx: ProcedureContext,
  definition: FormDefinition,
): Promise<BundledQuestion[]> {
  const ties = new Map(listTied(definition).map(({ tie }) => [tie.questionId, tie]))
  if (ties.size === 0) return []
  const rows = await ctx.tx
    .select({ question: bankQuestions, revision: bankRevisions })
    .from(bankQuestions)
    .innerJoin(bankRevisions, eq(bankRevisions.questionId, bankQuestions.id))
    .where(and(inArray(bankQuestions.id, [...ties.keys()])))
  return rows
    .filter(({ revision }) => ties.get(revision.questionId)?.revision === revision.number)
    .map(({ question: { id, code, externalCode }, revision: { number, content } }) => ({
      questionId: id,
      code,
      ...(externalCode === null ? {} : { externalCode }),
      revision: number,
      content,
    }))
}
