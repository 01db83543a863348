import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import type { AccessList } from '@send/shared/accounts/access-list'
import { newId } from '@send/shared/values/ids'
import { chronologyAccess, chronologyEntries } from '../chronology/tables.ts'
import { rowsOfList } from '../accounts/permissions/access-rows.ts'
import { formVersions, forms } from '../forms/tables.ts'
import { involvementAccess, involvements } from '../involvements/tables.ts'
import { people } from '../people/tables.ts'
import { submissions } from '../submissions/tables.ts'
import type { TestServer } from './test-server.ts'

type Case = { by: string; type: AccessList; own?: AccessList }

/** A person with one form on the chronology and the involvement it opened, both under a list; written past every rule. */
export async function buildEntry(
  server: TestServer,
  { by, type, own = { entries: [] } }: Case,
): Promise<{ entryId: string; involvementId: string; submissionId: string; personId: string }> {
  const [personId, formId, submissionId, entryId, involvementId] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ]
  const now = server.clock.now()
  const definition = buildForm({
    code: `ENTRY-${formId}`,
    pages: [buildPage([buildQuestion('childDetails')])],
    accessList: type,
  })
  const rows = rowsOfList({ entries: [...type.entries, ...own.entries] })
  await server.ownerDatabase.transaction(async (tx) => {
    const names = { givenNames: 'Efa', familyName: 'Rees', foldedGivenNames: 'efa', foldedFamilyName: 'rees' }
    await tx.insert(people).values({ id: personId, ...names, createdAt: now })
    await tx
      .insert(forms)
      .values({ id: formId, code: definition.code, live: true, latestVersion: 1, createdAt: now })
    await tx.insert(formVersions).values({ formId, number: 1, definition, publishedAt: now, publishedBy: by })
    await tx.insert(submissions).values({
      id: submissionId,
      formId,
      formVersion: 1,
      ownerUserId: by,
      status: 'imported',
      personId,
      startedAt: now,
      changedAt: now,
    })
    const entry = {
      id: entryId,
      personId,
      kind: 'form' as const,
      title: 'Advice',
      reference: 'ADV-1',
      submissionId,
    }
    await tx
      .insert(chronologyEntries)
      .values({ ...entry, occurredOn: '2026-03-02', addedAt: now, addedBy: by })
    const opened = { receivedOn: '2026-03-02', openedFrom: submissionId, openedBy: by, openedAt: now }
    await tx
      .insert(involvements)
      .values({ id: involvementId, personId, type: 'ehcNeedsAssessment', ...opened })
    if (rows.length === 0) return
    await tx.insert(chronologyAccess).values(rows.map((row) => ({ entryId, ...row })))
    await tx.insert(involvementAccess).values(rows.map((row) => ({ involvementId, ...row })))
  })
  return { entryId, involvementId, submissionId, personId }
}
