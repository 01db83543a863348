import { eq, sql } from 'drizzle-orm'
import { posts, postHolders, teamMembers, teams } from '@send/server/accounts/permissions/tables'
import { rowsOfList } from '@send/server/accounts/permissions/access-rows'
import { chronologyAccess, chronologyEntries } from '@send/server/chronology/tables'
import { systemClock } from '@send/server/clock'
import { openDatabase, type Transaction } from '@send/server/database/client'
import { forms } from '@send/server/forms/tables'
import { people } from '@send/server/people/tables'
import { submissions } from '@send/server/submissions/tables'
import { buildStaffSession, type BuiltSession } from '@send/server/testing/build-sessions'
import type { AccessEntry, AccessRight } from '@send/shared/accounts/access-list'
import { newId } from '@send/shared/values/ids'
import type { Stack } from '../scripts/stack.ts'

export type SampleChronology = { personId: string; headers: Record<string, string> }

/** An officer in a group, a post and a team, and a person with so many forms on the chronology that they may read. */
export async function fillChronology(stack: Stack, count: number): Promise<SampleChronology> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 2 })
  try {
    const server = { ownerDatabase: database, clock: systemClock }
    const officer = await buildStaffSession(server, ['chronology.read'])
    const personId = await database.transaction(async (tx) => fillInTransaction(tx, officer, count))
    // As autovacuum leaves the tables of a running installation: rows this fresh are looked at twice.
    await database.execute(sql`vacuum analyze submissions, chronology_entries, chronology_access`)
    return { personId, headers: { authorization: `Bearer ${officer.token}` } }
  } finally {
    await close()
  }
}

async function fillInTransaction(
  tx: Transaction,
  { userId, groupIds }: BuiltSession,
  count: number,
): Promise<string> {
  const now = new Date()
  const [personId, postId, teamId] = [newId(), newId(), newId()]
  const names = { givenNames: 'Efa', familyName: 'Rees', foldedGivenNames: 'efa', foldedFamilyName: 'rees' }
  await tx.insert(people).values({ id: personId, ...names, createdAt: now })
  await tx.insert(posts).values({ id: postId, name: `Post ${postId}` })
  await tx.insert(postHolders).values({ postId, userId })
  await tx.insert(teams).values({ id: teamId, name: `Team ${teamId}` })
  await tx.insert(teamMembers).values({ teamId, userId })
  const [form] = await tx.select().from(forms).where(eq(forms.code, 'EHC-REQUEST'))
  if (!form) throw new Error('The sample authority has no request for an assessment.')
  const lists = listsLettingIn({ groupId: groupIds[0] ?? newId(), postId, teamId })
  for (let number = 0; number < count; number += 1) {
    const [submissionId, entryId] = [newId(), newId()]
    await tx.insert(submissions).values({
      id: submissionId,
      ownerUserId: userId,
      formId: form.id,
      formVersion: form.latestVersion ?? 1,
      status: 'imported',
      personId,
      startedAt: now,
      changedAt: now,
    })
    await tx.insert(chronologyEntries).values({
      id: entryId,
      personId,
      kind: 'form',
      title: 'Advice from an educational psychologist',
      reference: `ADV-${number}`,
      submissionId,
      occurredOn: new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10),
      addedAt: now,
      addedBy: userId,
    })
    const entries = lists[number % lists.length] ?? []
    await tx.insert(chronologyAccess).values(rowsOfList({ entries }).map((row) => ({ entryId, ...row })))
  }
  return personId
}

type Seats = { groupId: string; postId: string; teamId: string }

/** Lists as an authority has them: a few allows and a deny, and the officer let in by one seat or the other. */
function listsLettingIn({ groupId, postId, teamId }: Seats): AccessEntry[][] {
  const all: AccessRight[] = ['read', 'write', 'share', 'administer']
  const others: AccessEntry[] = [
    { effect: 'allow', subject: { kind: 'group', id: newId() }, rights: all },
    { effect: 'allow', subject: { kind: 'post', id: newId() }, rights: all },
    { effect: 'allow', subject: { kind: 'user', id: newId() }, rights: ['read'] },
    { effect: 'deny', subject: { kind: 'team', id: newId() }, rights: ['read', 'write'] },
  ]
  const seats = [
    { kind: 'group', id: groupId },
    { kind: 'post', id: postId },
    { kind: 'team', id: teamId },
  ] as const
  return seats.map((subject) => [...others, { effect: 'allow', subject, rights: ['read'] }])
}
