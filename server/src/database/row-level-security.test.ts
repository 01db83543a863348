import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPortalSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { inTransactionAs, type ActingAs } from './client.ts'

let server: TestServer
let owner: BuiltSession
let stranger: BuiltSession
let helper: BuiltSession
const closedTables = [
  'people',
  'relationships',
  'contacts',
  'involvements',
  'chronology_entries',
  'chronology_access',
  'incoming_children',
  'candidate_keys',
  'unkeyed_people',
  'name_words',
  'person_changes',
  'person_external_ids',
  'matching_value_counts',
  'rejected_candidates',
  'matching_settings',
  'matching_decisions',
  'second_reviews',
  'suspense_holds',
  'child_access',
  'child_claims',
  'invitations',
  'involvement_access',
  'internal_forms',
  'internal_form_answers',
  'undone_matches',
  'undone_access',
  'import_conflicts',
  'imported_values',
  'imported_family',
  'merged_people',
  'merged_rows',
  'unmerged_people',
  'advice_requests',
  'hidden_children',
  'form_origins',
  'mails',
]

/** What the portals say: for everybody to read, and for staff alone to write (SR-590). */
const writtenByStaff = ['authority_settings', 'portal_faces']

beforeAll(async () => {
  server = await createTestServer()
  owner = await buildPortalSession(server, 'citizen')
  stranger = await buildPortalSession(server, 'citizen')
  helper = await buildPortalSession(server, 'citizen')
  const [formId, submissionId, blobId, uploadId] = [newId(), newId(), newId(), newId()]
  // Past the rooms on purpose: this test is about the lock beneath them.
  await server.ownerDatabase.execute(
    sql.raw(`
    set session_replication_role = replica;
    insert into submissions (id, owner_user_id, form_id, form_version, status, started_at, changed_at)
      values ('${submissionId}', '${owner.userId}', '${formId}', 1, 'inProgress', now(), now());
    insert into answers values ('${submissionId}', 'q', '"x"', now());
    insert into aside_answers values ('${submissionId}', 'q', 1, '"x"', now());
    insert into submission_files (id, submission_id, question_id, blob_id, name, media_type, size, state, uploaded_at)
      values ('${newId()}', '${submissionId}', 'q', '${blobId}', 'a', 'b', 1, 'notScanned', now());
    insert into uploads (id, submission_id, question_id, name, size, touched_at)
      values ('${uploadId}', '${submissionId}', 'q', 'a', 1, now());
    insert into upload_parts values ('${uploadId}', 1, '${blobId}');
    insert into form_helpers (id, submission_id, role, page_ids, email, token_hash, invited_at, expires_at, user_id, joined_at)
      values ('${newId()}', '${submissionId}', 'edit', '{p}', 'a@example.org', 'hash', now(), now(), '${helper.userId}', now());
    insert into form_comments (id, submission_id, page_id, author_user_id, words, written_at)
      select gen_random_uuid(), '${submissionId}', page, '${owner.userId}', 'x', now() from unnest(array['p', 'other']) as page;
    insert into page_visits select '${submissionId}', page, '${owner.userId}', now() from unnest(array['p', 'other']) as page;
    reset session_replication_role;
  `),
  )
})
afterAll(() => server.close())

const ownTables = ['submissions', 'answers', 'submission_files', 'uploads', 'upload_parts'] as const
const sharingTables = ['form_helpers', 'form_comments', 'page_visits'] as const
const [none, one] = [ownTables.map(() => 0), ownTables.map(() => 1)]

async function countsFor(who: ActingAs): Promise<number[]> {
  return inTransactionAs(server.database, who, async (tx) => {
    const counts = []
    for (const table of ownTables) {
      const [row] = await tx.execute<{ count: number }>(
        sql`select count(*)::int from ${sql.identifier(table)}`,
      )
      counts.push(row?.count ?? -1)
    }
    return counts
  })
}

test('a stranger, a half session and a transaction that does not say who acts see no row at all', async () => {
  expect(await countsFor({ kind: 'citizen', userId: stranger.userId })).toEqual(none)
  expect(await countsFor({ kind: 'public', userId: null })).toEqual(none)
  for (const table of ownTables) {
    const rows = await server.database.execute(sql`select 1 from ${sql.identifier(table)}`)
    expect([...rows], table).toEqual([])
  }
})

test('the owner, staff and the system see the rows', async () => {
  expect(await countsFor({ kind: 'citizen', userId: owner.userId })).toEqual(one)
  expect(await countsFor({ kind: 'staff', userId: newId() })).toEqual(one)
  expect(await countsFor({ kind: 'system', userId: null })).toEqual(one)
})

test('an answer that was set aside is read by its owner and by jobs, and by no staff', async () => {
  const seenBy = (who: ActingAs) =>
    inTransactionAs(server.database, who, async (tx) => [
      ...(await tx.execute(sql`select 1 from aside_answers`)),
    ])
  expect(await seenBy({ kind: 'citizen', userId: owner.userId })).toHaveLength(1)
  expect(await seenBy({ kind: 'system', userId: null })).toHaveLength(1)
  expect(await seenBy({ kind: 'staff', userId: newId() })).toEqual([])
  expect(await seenBy({ kind: 'citizen', userId: stranger.userId })).toEqual([])
  expect(await seenBy({ kind: 'public', userId: null })).toEqual([])
})

test('SR-421: the file of a form of staff is for staff and jobs alone', async () => {
  const internalFormId = newId()
  await server.ownerDatabase.execute(
    sql.raw(`
    set session_replication_role = replica;
    insert into internal_forms
      (id, form_id, form_version, person_id, status, revision, started_by, started_at, changed_by, changed_at)
      values ('${internalFormId}', '${newId()}', 1, '${newId()}', 'unfinished', 1, '${newId()}', now(), '${newId()}', now());
    insert into submission_files (id, internal_form_id, question_id, blob_id, name, media_type, size, state, uploaded_at)
      values ('${newId()}', '${internalFormId}', 'q', '${newId()}', 'a', 'b', 1, 'notScanned', now());
    reset session_replication_role;
  `),
  )
  const seenBy = (who: ActingAs) =>
    inTransactionAs(server.database, who, async (tx) => [
      ...(await tx.execute(sql`select 1 from submission_files where internal_form_id = ${internalFormId}`)),
    ])
  expect(await seenBy({ kind: 'staff', userId: newId() })).toHaveLength(1)
  expect(await seenBy({ kind: 'system', userId: null })).toHaveLength(1)
  for (const { userId } of [owner, stranger]) expect(await seenBy({ kind: 'citizen', userId })).toEqual([])
  expect(await seenBy({ kind: 'public', userId: null })).toEqual([])
})

test('SR-471: a helper reads of a form what was said on their pages and nothing else, and staff nothing of those who help', async () => {
  const seenBy = (who: ActingAs) =>
    inTransactionAs(server.database, who, async (tx) => {
      const counts = []
      for (const table of sharingTables)
        counts.push([...(await tx.execute(sql`select 1 from ${sql.identifier(table)}`))].length)
      return counts
    })
  expect(await seenBy({ kind: 'citizen', userId: owner.userId })).toEqual([1, 2, 2])
  expect(await seenBy({ kind: 'citizen', userId: helper.userId })).toEqual([1, 1, 1])
  expect(await countsFor({ kind: 'citizen', userId: helper.userId })).toEqual(none)
  expect(await seenBy({ kind: 'citizen', userId: stranger.userId })).toEqual([0, 0, 0])
  expect(await seenBy({ kind: 'staff', userId: newId() })).toEqual([0, 0, 0])
  expect(await seenBy({ kind: 'public', userId: null })).toEqual([0, 0, 0])
  const raise = inTransactionAs(server.database, { kind: 'citizen', userId: helper.userId }, (tx) =>
    tx.execute(sql`update form_helpers set page_ids = null returning id`),
  )
  expect([...(await raise)]).toEqual([])
  await server.ownerDatabase.execute(
    sql`update form_helpers set ended_at = now(), end_reason = 'withdrawn' where user_id = ${helper.userId}`,
  )
  expect(await seenBy({ kind: 'citizen', userId: helper.userId })).toEqual([1, 0, 0])
})

test('a child is seen by whoever is authenticated for it, by a professional only while verified', async () => {
  const professional = await buildPortalSession(server, 'professional')
  const [personId, decidedBy] = [newId(), owner.userId]
  await server.ownerDatabase.execute(sql`insert into people
    (id, given_names, family_name, folded_given_names, folded_family_name, created_at)
    values (${personId}, 'Amira', 'Khan', 'amira', 'khan', now())`)
  for (const [who, relation] of [
    [owner, 'parentCarer'],
    [professional, 'professional'],
  ] as const) {
    await server.ownerDatabase.execute(sql`insert into child_access
      (id, user_id, person_id, relation, scopes, source, reason, recorded_by, starts_at)
      values (${newId()}, ${who.userId}, ${personId}, ${relation}, '{progress}', 'officer', 'seen', ${decidedBy}, now())`)
  }
  const sees = async (kind: 'citizen' | 'professional', userId: string) =>
    inTransactionAs(
      server.database,
      { kind, userId },
      async (tx) => [...(await tx.execute(sql`select 1 from people where id = ${personId}`))].length,
    )
  const decide = (decision: string, expires: string | null) =>
    server.ownerDatabase.execute(sql`insert into professional_verifications
      (id, user_id, decision, evidence, reason, decided_by, decided_at, expires_at)
      values (${newId()}, ${professional.userId}, ${decision}, 'register', 'checked', ${decidedBy}, clock_timestamp(), ${expires})`)
  expect(await sees('citizen', owner.userId)).toBe(1)
  expect(await sees('citizen', stranger.userId)).toBe(0)
  expect(await sees('professional', professional.userId)).toBe(0)
  await decide('verified', null)
  expect(await sees('professional', professional.userId)).toBe(1)
  await decide('verified', '2020-01-01')
  expect(await sees('professional', professional.userId)).toBe(0)
  await decide('withdrawn', null)
  expect(await sees('professional', professional.userId)).toBe(0)
})

test('SR-574: nobody gains sight of a child, of its family or of how they are reached by being recorded as its parent', async () => {
  const [childId, carerId] = [newId(), newId()]
  for (const id of [childId, carerId])
    await server.ownerDatabase.execute(sql`insert into people
      (id, given_names, family_name, folded_given_names, folded_family_name, created_at)
      values (${id}, 'Amira', 'Khan', 'amira', 'khan', now())`)
  await server.ownerDatabase.execute(sql`insert into relationships
    (id, child_id, carer_id, kind, parental_responsibility) values (${newId()}, ${childId}, ${carerId}, 'mother', 'yes')`)
  await server.ownerDatabase.execute(sql`insert into contacts (id, person_id, kind, value, preferred)
    select gen_random_uuid(), person, 'mobile', '07700 900123', false
    from unnest(array[${childId}, ${carerId}]::uuid[]) as person`)
  await server.ownerDatabase.execute(sql`insert into child_access
    (id, user_id, person_id, relation, scopes, source, reason, recorded_by, starts_at)
    values (${newId()}, ${helper.userId}, ${carerId}, 'parentCarer', '{progress}', 'officer', 'seen', ${helper.userId}, now())`)
  const seenBy = (who: ActingAs) =>
    inTransactionAs(server.database, who, async (tx) => {
      const people = await tx.execute<{ id: string }>(
        sql`select id from people where id in (${childId}, ${carerId})`,
      )
      const family = await tx.execute(sql`select 1 from relationships where child_id = ${childId}`)
      const reached = await tx.execute(
        sql`select 1 from contacts where person_id in (${childId}, ${carerId})`,
      )
      return [people.map(({ id }) => id).toSorted(), family.length, reached.length]
    })
  // Who was let in to the record of the mother sees that record, and by it neither her child nor even her own number.
  expect(await seenBy({ kind: 'citizen', userId: helper.userId })).toEqual([[carerId], 0, 0])
  expect(await seenBy({ kind: 'citizen', userId: stranger.userId })).toEqual([[], 0, 0])
  expect(await seenBy({ kind: 'public', userId: null })).toEqual([[], 0, 0])
  expect(await seenBy({ kind: 'staff', userId: newId() })).toEqual([[carerId, childId].toSorted(), 1, 2])
})

test('nobody can give an own row to somebody else, nor take one', async () => {
  const give = inTransactionAs(server.database, { kind: 'citizen', userId: owner.userId }, (tx) =>
    tx.execute(sql`update submissions set owner_user_id = ${stranger.userId}`),
  )
  await expect(give).rejects.toMatchObject({ cause: { code: '42501' } })
  await inTransactionAs(server.database, { kind: 'citizen', userId: stranger.userId }, (tx) =>
    tx.execute(sql`update submissions set owner_user_id = ${stranger.userId}`),
  )
  expect(await countsFor({ kind: 'citizen', userId: owner.userId })).toEqual(one)
})

test('what the authority knows about children is locked, and no table of a child is without a lock', async () => {
  const rows = await server.ownerDatabase.execute<{ name: string; locked: boolean; policies: number }>(sql`
    select relname as name, relrowsecurity as locked,
      (select count(*)::int from pg_policy where polrelid = pg_class.oid) as policies
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
  `)
  const locked = rows.filter((row) => row.locked && row.policies > 0).map((row) => row.name)
  expect(locked.toSorted()).toEqual(
    [
      ...ownTables,
      ...sharingTables,
      'aside_answers',
      'sender_questions',
      ...closedTables,
      ...writtenByStaff,
    ].toSorted(),
  )
})
