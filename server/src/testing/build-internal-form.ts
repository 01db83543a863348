import type { AccessList, AccessRight } from '@send/shared/accounts/access-list'
import type { FormDefinition, Page } from '@send/shared/forms/form-definition'
import { buildForm } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { formVersions, forms } from '../forms/tables.ts'
import { people } from '../people/tables.ts'
import type { TestServer } from './test-server.ts'

/** An access list that lets each of some users do something. */
export function listOf(...entries: [userId: string, ...rights: AccessRight[]][]): AccessList {
  return {
    entries: entries.map(([id, ...rights]) => ({ effect: 'allow', subject: { kind: 'user', id }, rights })),
  }
}

type Version = { pages: Page[]; effectiveFrom: string; title?: string }

/** A published internal form with its versions; written past the gate before publishing. */
export async function buildInternalForm(
  server: TestServer,
  { by, accessList, versions }: { by: string; accessList: AccessList; versions: Version[] },
): Promise<{ formId: string; code: string }> {
  const formId = newId()
  const code = `INTERNAL-${formId.slice(-12)}`
  const now = server.clock.now()
  const rows = versions.map(({ pages, effectiveFrom, title = 'Planning meeting' }, index) => {
    const definition: FormDefinition = {
      ...buildForm({ code, pages, accessList, purpose: 'information', title: { en: title } }),
      family: 'internal',
    }
    return { formId, number: index + 1, definition, effectiveFrom, publishedAt: now, publishedBy: by }
  })
  await server.ownerDatabase
    .insert(forms)
    .values({ id: formId, code, live: false, latestVersion: rows.length, createdAt: now })
  await server.ownerDatabase.insert(formVersions).values(rows)
  return { formId, code }
}

/** A person on record. */
export async function buildPerson(server: TestServer, givenNames = 'Efa'): Promise<string> {
  const personId = newId()
  await server.ownerDatabase.insert(people).values({
    id: personId,
    givenNames,
    familyName: 'Rees',
    foldedGivenNames: givenNames.toLowerCase(),
    foldedFamilyName: 'rees',
    dateOfBirth: '2018-09-04',
    createdAt: server.clock.now(),
  })
  return personId
}
