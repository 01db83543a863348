import type { LookupEntry } from '@send/shared/forms/lookup-table'
import { builtLookupTable } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import type { TestServer, TestSession } from './test-server.ts'

const needs: LookupEntry[] = [
  { code: 'ASD', description: { en: 'Autism', cy: 'Awtistiaeth' }, externalCode: 'ASD' },
  { code: 'OLD', description: { en: 'An older word' }, activeTo: '2020-08-31' },
]

/** The look-up table of the factories, saved as somebody who designs forms would; its id. */
export async function buildLookupTable(
  server: TestServer,
  staff: TestSession,
  overrides: { tableId?: string; name?: string; entries?: LookupEntry[] } = {},
): Promise<string> {
  const { tableId = builtLookupTable.id, name = builtLookupTable.name, entries = needs } = overrides
  const input = { idempotencyKey: newId(), tableId, baseVersion: null, name, entries }
  const saved = await server.caller(staff).forms.saveLookupTable(input)
  if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved))
  return tableId
}
