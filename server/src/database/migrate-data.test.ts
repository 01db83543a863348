import postgres from 'postgres'
import { expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { databaseAsOf } from '../testing/database-as-of.ts'
import { migrateDatabase } from './migrate.ts'

test('0010: accounts of before have not said who they are, their reset links stay, and no other kind can be stored', async () => {
  const url = await databaseAsOf('0009_policies_once')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [citizen, staff] = [newId(), newId()]
  for (const [id, kind] of [
    [citizen, 'citizen'],
    [staff, 'staff'],
  ] as const)
    await sql`insert into users (id, kind, email, name, password_hash, created_at)
      values (${id}, ${kind}, ${`${id}@example.org`}, 'Sam', 'hash', now())`
  await sql`insert into password_resets (token_hash, user_id, created_at, expires_at)
    values ('of before', ${citizen}, now(), now() + interval '1 day')`
  await migrateDatabase(url)

  expect(await sql`select citizen_kind from users`).toEqual([{ citizen_kind: null }, { citizen_kind: null }])
  expect(await sql`select user_id from password_resets`).toEqual([{ user_id: citizen }])
  const say = (id: string, kind: string) => sql`update users set citizen_kind = ${kind} where id = ${id}`
  await say(citizen, 'youngPerson')
  await expect(say(citizen, 'teacher')).rejects.toThrow('users_citizen_kind')
  await expect(say(staff, 'parentCarer')).rejects.toThrow('users_citizen_kind')
  await sql.end()
})

test('0012: forms in progress stay on their version, and internal versions are valid from their publication', async () => {
  const url = await databaseAsOf('0011_lookup_tables')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, portal, internal, submission] = [newId(), newId(), newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'staff', 'sam@example.org', 'Sam', 'hash', now())`
  for (const [id, family] of [
    [portal, 'portal'],
    [internal, 'internal'],
  ] as const) {
    await sql`insert into forms (id, code, live, latest_version, created_at)
      values (${id}, ${family}, true, 1, now())`
    // Half past midnight in London's summer, still the day before in UTC.
    await sql`insert into form_versions (form_id, number, definition, published_at, published_by)
      values (${id}, 1, ${sql.json({ family })}, '2026-06-30T23:30:00Z', ${user})`
  }
  await sql`insert into submissions (id, owner_user_id, form_id, form_version, status, started_at, changed_at)
    values (${submission}, ${user}, ${portal}, 1, 'inProgress', now(), now())`
  await migrateDatabase(url)

  expect(await sql`select code, live, live_from, live_until from forms order by code`).toEqual([
    { code: 'internal', live: false, live_from: null, live_until: null },
    { code: 'portal', live: true, live_from: null, live_until: null },
  ])
  expect(await sql`select form_id, effective_from::text as day from form_versions order by day`).toEqual([
    { form_id: internal, day: '2026-07-01' },
    { form_id: portal, day: null },
  ])
  expect(await sql`select form_version, moved_at, pages_to_review from submissions`).toEqual([
    { form_version: 1, moved_at: null, pages_to_review: null },
  ])
  await sql.end()
})

test('0015: what an expert’s invitation gave is found by the invitation, and no other access is touched', async () => {
  const url = await databaseAsOf('0014_definition_drafts')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [officer, expert, person] = [newId(), newId(), newId()]
  for (const [id, kind] of [
    [officer, 'staff'],
    [expert, 'professional'],
  ] as const)
    await sql`insert into users (id, kind, email, name, password_hash, created_at)
      values (${id}, ${kind}, ${`${id}@example.org`}, 'Sam', 'hash', now())`
  await sql`insert into people (id, given_names, family_name, folded_given_names, folded_family_name, created_at)
    values (${person}, 'Efa', 'Rees', 'efa', 'rees', now())`
  // The same expert twice for the same child and task: the second time after the first access was ended.
  const ends = '2027-03-31T23:00:00Z'
  const times = ['2026-11-01T09:00:00.000Z', '2026-11-20T09:00:00.000Z']
  const rows = times.map((used) => ({ used, invitation: newId(), access: newId() }))
  for (const { used, invitation, access } of rows) {
    await sql`insert into invitations
      (id, token_hash, email, person_id, task, access_ends_at, invited_by, created_at, expires_at, used_by, used_at)
      values (${invitation}, ${invitation}, 'e@example.org', ${person}, 'Advice', ${ends}, ${officer}, now(), now(),
        ${expert}, ${used})`
    await sql`insert into child_access
      (id, user_id, person_id, relation, scopes, source, reason, recorded_by, starts_at, ends_at)
      values (${access}, ${expert}, ${person}, 'expert', '{progress}', 'invitation', 'Advice', ${officer},
        ${used}::timestamptz - interval '4 milliseconds', ${ends})`
  }
  const other = newId()
  await sql`insert into child_access (id, user_id, person_id, relation, scopes, source, reason, recorded_by, starts_at)
    values (${other}, ${expert}, ${person}, 'professional', '{progress}', 'officer', 'Advice', ${officer}, now())`
  await migrateDatabase(url)

  expect(await sql`select id from child_access order by starts_at`).toEqual([
    ...rows.map(({ invitation }) => ({ id: invitation })),
    { id: other },
  ])
  await sql.end()
})

test('0016: a form sent before bears the key of the request that sent it, and no other form does', async () => {
  const url = await databaseAsOf('0015_access_of_expert_invitations')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, form, key] = [newId(), newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'citizen', 'sam@example.org', 'Sam', 'hash', now())`
  await sql`insert into forms (id, code, live, latest_version, created_at)
    values (${form}, 'ASK', true, 1, now())`
  await sql`insert into form_versions (form_id, number, definition, published_at, published_by)
    values (${form}, 1, '{}', now(), ${user})`
  for (const reference of ['SEND-1001', 'SEND-1002', null]) {
    const status = reference ? 'received' : 'inProgress'
    await sql`insert into submissions (id, owner_user_id, form_id, form_version, status, reference, started_at, changed_at)
      values (${newId()}, ${user}, ${form}, 1, ${status}, ${reference}, now(), now())`
  }
  const result = { value: { outcome: 'received', reference: 'SEND-1001' } }
  for (const [id, procedure] of [
    [key, 'submissions.submit'],
    [newId(), 'submissions.start'],
  ] as const)
    await sql`insert into idempotency_keys (key, user_id, procedure, input_hash, result, created_at)
      values (${id}, ${user}, ${procedure}, 'hash', ${sql.json(result)}, now())`
  await migrateDatabase(url)

  expect(await sql`select reference, sending_key from submissions order by reference`).toEqual([
    { reference: 'SEND-1001', sending_key: key },
    { reference: 'SEND-1002', sending_key: null },
    { reference: null, sending_key: null },
  ])
  await sql.end()
})

test('0017: forms, drafts and tables of before are as they were, and a frozen revision cannot be changed even by the owner', async () => {
  const url = await databaseAsOf('0016_sending_key')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, form, draft, question] = [newId(), newId(), newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'staff', 'sam@example.org', 'Sam', 'hash', now())`
  await sql`insert into forms (id, code, live, latest_version, created_at) values (${form}, 'ONE', true, 1, now())`
  const definition = { code: 'ONE', title: { en: 'One' } }
  await sql`insert into form_versions (form_id, number, definition, published_at, published_by)
    values (${form}, 1, ${sql.json(definition)}, now(), ${user})`
  await sql`insert into definition_drafts (form_id, revision, definition, changed_by, changed_at, operations)
    values (${draft}, 3, ${sql.json(definition)}, ${user}, now(), '[]')`
  await migrateDatabase(url)

  expect(await sql`select definition from form_versions`).toEqual([{ definition }])
  expect(await sql`select revision, definition from definition_drafts`).toEqual([{ revision: 3, definition }])
  expect(await sql`select * from bank_uses`).toEqual([])
  await sql`insert into bank_questions (id, code, latest_revision, row_version, changed_at, changed_by)
    values (${question}, 'SCHOOL', 1, 1, now(), ${user})`
  await sql`insert into bank_revisions (question_id, number, content, changed_at, changed_by)
    values (${question}, 1, '{"type": "yesNo"}', now(), ${user})`
  await sql`update bank_revisions set content = '{"type": "date"}'`
  await sql`update bank_revisions set frozen_at = now()`
  await expect(sql`update bank_revisions set content = '{}'`).rejects.toThrow('is never changed')
  await expect(sql`update bank_revisions set frozen_at = null`).rejects.toThrow('is never changed')
  await expect(
    sql`insert into bundle_key (id, public_key, sealed_private_key, created_at) values (2, '', '', now())`,
  ).rejects.toThrow('bundle_key_only_one')
  await sql.end()
})

test('0018: forms on a chronology stay as they are, and a form of staff is only completed with its entry', async () => {
  const url = await databaseAsOf('0017_question_bank')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, person, form, submission, entry] = [newId(), newId(), newId(), newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'staff', 'sam@example.org', 'Sam', 'hash', now())`
  await sql`insert into people (id, given_names, family_name, folded_given_names, folded_family_name, created_at)
    values (${person}, 'Efa', 'Rees', 'efa', 'rees', now())`
  await sql`insert into forms (id, code, live, latest_version, created_at) values (${form}, 'F', true, 1, now())`
  await sql`insert into submissions (id, owner_user_id, form_id, form_version, status, started_at, changed_at)
    values (${submission}, ${user}, ${form}, 1, 'imported', now(), now())`
  await sql`insert into chronology_entries
    (id, person_id, kind, title, reference, submission_id, occurred_on, added_at, added_by)
    values (${entry}, ${person}, 'form', 'Advice', 'INF-1', ${submission}, '2026-03-02', now(), ${user})`
  await migrateDatabase(url)

  expect(await sql`select id, reference from chronology_entries`).toEqual([{ id: entry, reference: 'INF-1' }])
  const add = (status: string, entryId: string | null) => sql`insert into internal_forms
    (id, form_id, form_version, person_id, status, revision, started_by, started_at, changed_by, changed_at, entry_id)
    values (${newId()}, ${form}, 1, ${person}, ${status}, 1, ${user}, now(), ${user}, now(), ${entryId})`
  await expect(add('completed', null)).rejects.toThrow('internal_forms_status')
  await expect(add('unfinished', entry)).rejects.toThrow('internal_forms_status')
  await expect(add('lost', null)).rejects.toThrow('internal_forms_status')
  await add('unfinished', null)
  await add('completed', entry)
  await expect(add('completed', entry)).rejects.toThrow('internal_forms_entry')
  await sql.end()
})

test('0019_people_addresses: people of before keep what they have, and have nothing in the new columns', async () => {
  const url = await databaseAsOf('0018_internal_forms')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const id = newId()
  await sql`insert into people (id, given_names, family_name, folded_given_names, folded_family_name, address_line, postcode, created_at)
    values (${id}, 'Amira', 'Khan', 'amira', 'khan', '5 High Street', 'LS8 4AB', now())`
  await migrateDatabase(url)

  expect(
    await sql`select id, address_line, address_line_2, town, postcode, former_family_name from people`,
  ).toEqual([
    {
      id,
      address_line: '5 High Street',
      address_line_2: null,
      town: null,
      postcode: 'LS8 4AB',
      former_family_name: null,
    },
  ])
  await sql.end()
})

test('0020_file_scanning: files of before are not scanned, and no file is without its bytes unless it was refused with a reason', async () => {
  const url = await databaseAsOf('0019_people_addresses')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, form, submission, file] = [newId(), newId(), newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'citizen', 'nia@example.org', 'Nia', 'hash', now())`
  await sql`insert into forms (id, code, live, latest_version, created_at) values (${form}, 'F', true, 1, now())`
  await sql`insert into submissions (id, owner_user_id, form_id, form_version, status, started_at, changed_at)
    values (${submission}, ${user}, ${form}, 1, 'inProgress', now(), now())`
  const blob = async () => {
    const id = newId()
    await sql`insert into blobs (id, sealed_key, size, sha256, created_at) values (${id}, 'key', 1, 'hash', now())`
    return id
  }
  await sql`insert into submission_files
    (id, submission_id, question_id, blob_id, name, media_type, size, state, uploaded_at)
    values (${file}, ${submission}, 'q', ${await blob()}, 'report.pdf', 'application/pdf', 1, 'notScanned', now())`
  await migrateDatabase(url)

  expect(await sql`select id, state, refusal, scan_asked_at from submission_files`).toEqual([
    { id: file, state: 'notScanned', refusal: null, scan_asked_at: null },
  ])
  const add = (
    state: string,
    blobId: string | null,
    refusal: string | null,
  ) => sql`insert into submission_files
    (id, submission_id, question_id, blob_id, name, media_type, size, state, refusal, uploaded_at)
    values (${newId()}, ${submission}, 'q', ${blobId}, 'a.pdf', 'application/pdf', 1, ${state}, ${refusal}, now())`
  for (const [state, blobId, refusal] of [
    ['passed', await blob(), null],
    ['clean', null, null],
    ['checking', await blob(), 'malware'],
    ['refused', await blob(), 'malware'],
    ['refused', null, null],
  ] as const)
    await expect(add(state, blobId, refusal)).rejects.toThrow('submission_files_state')
  await add('refused', null, 'malware')
  await add('clean', await blob(), null)
  await sql`insert into file_settings
    (id, staff_open_unscanned, file_megabytes, form_megabytes, changed_by, changed_at)
    values (1, true, 50, 250, ${user}, now())`
  await expect(sql`insert into file_settings
    (id, staff_open_unscanned, file_megabytes, form_megabytes, changed_by, changed_at)
    values (2, true, 50, 250, ${user}, now())`).rejects.toThrow('file_settings_once')
})

test('0023_drafts_in_progress: answers of before belong to no window, no form was announced to end, and no period is settled', async () => {
  const url = await databaseAsOf('0022_resumable_uploads')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, form, submission] = [newId(), newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'citizen', 'sam@example.org', 'Sam', 'hash', now())`
  await sql`insert into forms (id, code, latest_version, live, created_at) values (${form}, 'OF-BEFORE', 1, true, now())`
  await sql`insert into submissions (id, owner_user_id, form_id, form_version, status, started_at, changed_at)
    values (${submission}, ${user}, ${form}, 1, 'inProgress', now(), now())`
  await sql`insert into answers (submission_id, question_id, value, changed_at)
    values (${submission}, 'q', '"A quiet room."', now())`
  await migrateDatabase(url)

  expect(await sql`select value, window_id, save_number from answers`).toEqual([
    { value: 'A quiet room.', window_id: null, save_number: null },
  ])
  expect(await sql`select status, reminded_at, promised_until from submissions`).toEqual([
    { status: 'inProgress', reminded_at: null, promised_until: null },
  ])
  await expect(sql`update submissions set reminded_at = now()`).rejects.toThrow('submissions_reminded')
  const settle = (keep: number, remind: number) =>
    sql`insert into keeping_periods values (1, ${keep}, ${remind}, ${user}, now())`
  await expect(settle(7, 7)).rejects.toThrow('keeping_periods_sound')
  await sql.end()
})

test('0022_resumable_uploads: files of before stay, and an upload is settled with a file or a reason and never with both', async () => {
  const url = await databaseAsOf('0021_undone_matches')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, form, submission, file, blob] = [newId(), newId(), newId(), newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'citizen', 'nia@example.org', 'Nia', 'hash', now())`
  await sql`insert into forms (id, code, live, latest_version, created_at) values (${form}, 'F', true, 1, now())`
  await sql`insert into submissions (id, owner_user_id, form_id, form_version, status, started_at, changed_at)
    values (${submission}, ${user}, ${form}, 1, 'inProgress', now(), now())`
  await sql`insert into blobs (id, sealed_key, size, sha256, created_at) values (${blob}, 'key', 1, 'hash', now())`
  await sql`insert into submission_files
    (id, submission_id, question_id, blob_id, name, media_type, size, state, uploaded_at)
    values (${file}, ${submission}, 'q', ${blob}, 'report.pdf', 'application/pdf', 1, 'notScanned', now())`
  await migrateDatabase(url)

  expect(await sql`select id, blob_id from submission_files`).toEqual([{ id: file, blob_id: blob }])
  const add = (
    settledAt: Date | null,
    fileId: string | null,
    refusal: string | null,
  ) => sql`insert into uploads
    (id, submission_id, question_id, name, size, touched_at, settled_at, file_id, refusal)
    values (${newId()}, ${submission}, 'q', 'a.pdf', 1, now(), ${settledAt}, ${fileId}, ${refusal})`
  for (const [settledAt, fileId, refusal] of [
    [new Date(), null, null],
    [new Date(), file, 'damaged'],
    [null, file, null],
    [null, null, 'damaged'],
  ] as const)
    await expect(add(settledAt, fileId, refusal)).rejects.toThrow('uploads_settled')
  await add(null, null, null)
  await add(new Date(), file, null)
  await add(new Date(), null, 'damaged')
  await sql.end()
})

test('0025_files_of_staff: files of before stay with their submissions, and a file is of one form and never of two', async () => {
  const url = await databaseAsOf('0024_explained_matching')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, form, submission, blob, file, person, internal] = Array.from({ length: 7 }, newId)
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user!}, 'staff', 'sam@example.org', 'Sam', 'hash', now())`
  await sql`insert into forms (id, code, live, latest_version, created_at) values (${form!}, 'ASK', true, 1, now())`
  await sql`insert into submissions (id, owner_user_id, form_id, form_version, status, started_at, changed_at)
    values (${submission!}, ${user!}, ${form!}, 1, 'inProgress', now(), now())`
  await sql`insert into people (id, given_names, family_name, folded_given_names, folded_family_name, created_at)
    values (${person!}, 'Efa', 'Rees', 'efa', 'rees', now())`
  await sql`insert into internal_forms
    (id, form_id, form_version, person_id, status, revision, started_by, started_at, changed_by, changed_at)
    values (${internal!}, ${form!}, 1, ${person!}, 'unfinished', 1, ${user!}, now(), ${user!}, now())`
  await sql`insert into blobs (id, sealed_key, size, sha256, created_at) values (${blob!}, 'key', 1, 'hash', now())`
  await sql`insert into submission_files
    (id, submission_id, question_id, blob_id, name, media_type, size, state, uploaded_at)
    values (${file!}, ${submission!}, 'q', ${blob!}, 'report.pdf', 'application/pdf', 1, 'notScanned', now())`
  await migrateDatabase(url)

  expect(await sql`select id, submission_id, internal_form_id, blob_id from submission_files`).toEqual([
    { id: file, submission_id: submission, internal_form_id: null, blob_id: blob },
  ])
  const add = (ofSubmission: string | null, ofInternal: string | null) => sql`insert into submission_files
    (id, submission_id, internal_form_id, question_id, blob_id, name, media_type, size, state, uploaded_at)
    values (${newId()}, ${ofSubmission}, ${ofInternal}, 'q', ${blob!}, 'a.pdf', 'application/pdf', 1, 'clean', now())`
  await add(null, internal!)
  await expect(add(submission!, internal!)).rejects.toThrow('submission_files_one_form')
  await expect(add(null, null)).rejects.toThrow('submission_files_one_form')
  await expect(add(null, newId())).rejects.toThrow('internal_form_id')
  await sql.end()
})

test('0026_advice_requests: forms of before are nobody’s but their owner’s, and a request holds no half an answer', async () => {
  const url = await databaseAsOf('0025_files_of_staff')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, form, submission, person, organisation] = [newId(), newId(), newId(), newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'professional', 'sam@example.org', 'Sam', 'hash', now())`
  await sql`insert into forms (id, code, live, latest_version, created_at)
    values (${form}, 'ADVICE', true, 1, now())`
  await sql`insert into submissions (id, owner_user_id, form_id, form_version, status, started_at, changed_at)
    values (${submission}, ${user}, ${form}, 1, 'inProgress', now(), now())`
  await sql`insert into people (id, given_names, family_name, folded_given_names, folded_family_name, created_at)
    values (${person}, 'Efa', 'Rees', 'efa', 'rees', now())`
  await sql`insert into organisations (id, name, kind, created_at) values (${organisation}, 'Elm', 'school', now())`
  await migrateDatabase(url)

  expect(await sql`select organisation_id from submissions`).toEqual([{ organisation_id: null }])
  const request = newId()
  await sql`insert into advice_requests
    (id, person_id, organisation_id, form_id, asked_by, asked_at, asked_on, due_on, submission_id)
    values (${request}, ${person}, ${organisation}, ${form}, ${user}, now(), now(), now(), ${submission})`
  await expect(sql`update advice_requests set not_known_at = now()`).rejects.toThrow(
    'advice_requests_not_known',
  )
  await expect(sql`update advice_requests set withdrawn_at = now()`).rejects.toThrow(
    'advice_requests_withdrawn',
  )
  await sql`delete from submissions where id = ${submission}`
  expect(await sql`select submission_id from advice_requests`).toEqual([{ submission_id: null }])
  await sql.end()
})

test('0031_tell_us_once: answers of before were typed, and no form says about whom it was asked', async () => {
  const url = await databaseAsOf('0029_name_words')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, form, submission] = [newId(), newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'citizen', 'sam@example.org', 'Sam', 'hash', now())`
  await sql`insert into forms (id, code, latest_version, live, created_at) values (${form}, 'OF-BEFORE', 1, true, now())`
  await sql`insert into submissions (id, owner_user_id, form_id, form_version, status, started_at, changed_at)
    values (${submission}, ${user}, ${form}, 1, 'inProgress', now(), now())`
  await sql`insert into answers (submission_id, question_id, value, changed_at)
    values (${submission}, 'q', '"A quiet room."', now())`
  await migrateDatabase(url)

  expect(await sql`select value, confirmed_from from answers`).toEqual([
    { value: 'A quiet room.', confirmed_from: null },
  ])
  expect(await sql`select asked_child from submissions`).toEqual([{ asked_child: null }])
  await sql.end()
})

test('0028_shared_forms_in_progress: answers of before are their owner’s, nobody helps, and a helper is sound or not there', async () => {
  const url = await databaseAsOf('0027_matching_a_million')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [user, form, submission] = [newId(), newId(), newId()]
  await sql`insert into users (id, kind, email, name, password_hash, created_at)
    values (${user}, 'citizen', 'sam@example.org', 'Sam', 'hash', now())`
  await sql`insert into forms (id, code, latest_version, live, created_at) values (${form}, 'OF-BEFORE', 1, true, now())`
  await sql`insert into submissions (id, owner_user_id, form_id, form_version, status, started_at, changed_at)
    values (${submission}, ${user}, ${form}, 1, 'inProgress', now(), now())`
  await sql`insert into answers (submission_id, question_id, value, changed_at)
    values (${submission}, 'q', '"A quiet room."', now())`
  await migrateDatabase(url)

  expect(await sql`select value, changed_by from answers`).toEqual([
    { value: 'A quiet room.', changed_by: null },
  ])
  expect(await sql`select * from form_helpers`).toEqual([])
  const add = (userId: string | null, joined: boolean) =>
    sql`insert into form_helpers (id, submission_id, role, email, token_hash, invited_at, expires_at, user_id, joined_at)
      values (${newId()}, ${submission}, 'view', 'robin@example.org', ${newId()}, now(), now(), ${userId}, ${joined ? new Date() : null})`
  await add(null, false)
  await expect(add(user, false)).rejects.toThrow('form_helpers_sound')
  await add(user, true)
  await expect(add(user, true)).rejects.toThrow('form_helpers_user')
  await sql.end()
})
