import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccessEntry, AccessList, AccessRight } from '@send/shared/accounts/access-list'
import type { Grant } from '@send/shared/accounts/business-processes'
import { newId } from '@send/shared/values/ids'
import { postHolders, posts, teamMembers, teams } from '../accounts/permissions/tables.ts'
import { users } from '../accounts/tables.ts'
import { buildEntry } from '../testing/build-entry.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let owner: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  owner = await buildStaffSession(server, ['chronology'], { name: 'Jo Carter' })
})
afterAll(() => server.close())

const reason = 'Covers for Jo in March'
const nothing: AccessList = { entries: [] }

function allow(kind: AccessEntry['subject']['kind'], id: string, ...rights: AccessRight[]): AccessEntry {
  return { effect: 'allow', subject: { kind, id }, rights }
}

function deny(kind: AccessEntry['subject']['kind'], id: string, ...rights: AccessRight[]): AccessEntry {
  return { ...allow(kind, id, ...rights), effect: 'deny' }
}

/** An entry that the owner may do everything with. */
function ownedEntry(...more: AccessEntry[]) {
  const whole = allow('user', owner.userId, 'read', 'write', 'delete', 'share', 'administer')
  return buildEntry(server, { by: owner.userId, type: { entries: [whole, ...more] } })
}

function staff(name: string, ...grants: Grant[]) {
  return buildStaffSession(server, grants, { name })
}

function change(
  session: BuiltSession,
  entryId: string,
  lists: { before?: AccessList; after: AccessList },
  why = reason,
) {
  const input = { idempotencyKey: newId(), entryId, before: nothing, reason: why, ...lists }
  return server.caller(session).chronology.changeAccess(input)
}

test('V8.2.2: who may not read an entry gets neither it, nor its form, nor who can see it, and cannot change the list', async () => {
  const { entryId, submissionId, personId } = await ownedEntry()
  const stranger = await staff('Stranger', 'chronology', 'manageIncomingForms')
  const { chronology } = server.caller(stranger)
  const missing = { id: 'not-found' }
  expect(await chronology.list({ personId })).toEqual({ entries: [] })
  for (const id of [entryId, newId()]) {
    await expect(chronology.getEntry({ entryId: id })).rejects.toMatchObject(missing)
    await expect(chronology.explainAccess({ entryId: id })).rejects.toMatchObject(missing)
    await expect(change(stranger, id, { after: nothing })).rejects.toMatchObject(missing)
  }
  await expect(chronology.getIncoming({ submissionId })).rejects.toMatchObject(missing)
  const others = [await staff('No process', 'people'), await buildPortalSession(server, 'citizen')]
  for (const other of others) {
    await expect(server.caller(other).chronology.explainAccess({ entryId })).rejects.toMatchObject({
      id: 'not-allowed',
    })
    await expect(change(other, entryId, { after: nothing })).rejects.toMatchObject({ id: 'not-allowed' })
  }
})

test('V8.2.1: looking at the chronology does not change a list, whatever the list allows', async () => {
  const looker = await staff('Looker', 'chronology.read')
  const { entryId } = await ownedEntry(allow('user', looker.userId, 'read', 'administer'))
  const explained = await server.caller(looker).chronology.explainAccess({ entryId })
  expect(explained.me.rights).toEqual(['read'])
  expect(explained.change).toBeNull()
  await expect(change(looker, entryId, { after: nothing })).rejects.toMatchObject({ id: 'not-allowed' })
})

test('V8.2.3: who may read but not administer an entry neither changes its list nor gets what is needed for it', async () => {
  const reader = await staff('Reader', 'chronology')
  const { entryId } = await ownedEntry(allow('user', reader.userId, 'read', 'write', 'share'))
  const explained = await server.caller(reader).chronology.explainAccess({ entryId })
  expect(explained.me.rights).toEqual(['read', 'write', 'share'])
  expect(explained.change).toBeNull()
  await expect(change(reader, entryId, { after: nothing })).rejects.toMatchObject({ id: 'not-found' })
})

test('an entry says by name who of the staff can see it and why, and who cannot although the list names them', async () => {
  const [post, team] = [
    { id: newId(), name: `Officer north ${newId()}` },
    { id: newId(), name: `Early years ${newId()}` },
  ]
  const [byPost, byTeam, denied, lacking, gone] = await Promise.all([
    staff('Ada Post', 'chronology'),
    staff('Ben Team', 'chronology.read'),
    staff('Cai Denied', 'chronology'),
    staff('Dee Lacking', 'people'),
    staff('Eve Gone', 'chronology'),
  ])
  await server.ownerDatabase.insert(posts).values(post)
  await server.ownerDatabase.insert(teams).values(team)
  await server.ownerDatabase.insert(postHolders).values({ postId: post.id, userId: byPost.userId })
  const members = [byTeam, denied, lacking, gone].map(({ userId }) => ({ teamId: team.id, userId }))
  await server.ownerDatabase.insert(teamMembers).values(members)
  await server.ownerDatabase.update(users).set({ disabled: true }).where(eq(users.id, gone.userId))
  const { entryId } = await ownedEntry(
    allow('post', post.id, 'read', 'write'),
    allow('team', team.id, 'read'),
    deny('user', denied.userId, 'read'),
  )
  const explained = await server.caller(byPost).chronology.explainAccess({ entryId })
  const byTheTeam = { effect: 'allow', kind: 'team', name: team.name, rights: ['read'], from: 'form' }
  expect(explained.canSee.map(({ name, rights, because }) => ({ name, rights, because }))).toEqual([
    {
      name: 'Ada Post',
      rights: ['read', 'write'],
      because: [{ effect: 'allow', kind: 'post', name: post.name, rights: ['read', 'write'], from: 'form' }],
    },
    { name: 'Ben Team', rights: ['read'], because: [byTheTeam] },
    {
      name: 'Jo Carter',
      rights: ['read', 'write', 'delete', 'share', 'administer'],
      because: [expect.objectContaining({ kind: 'user', name: 'Jo Carter' })],
    },
  ])
  expect(explained.cannotSee.map(({ name, why, because }) => ({ name, why, because }))).toEqual([
    {
      name: 'Cai Denied',
      why: 'denied',
      because: [expect.objectContaining({ effect: 'deny', name: 'Cai Denied' })],
    },
    { name: 'Dee Lacking', why: 'process', because: [byTheTeam] },
  ])
  expect(explained.me).toMatchObject({ rights: ['read', 'write'] })
  for (const session of [byPost, byTeam]) {
    await expect(server.caller(session).chronology.getEntry({ entryId })).resolves.toMatchObject({ entryId })
  }
  for (const session of [denied, lacking, gone]) {
    await expect(server.caller(session).chronology.getEntry({ entryId })).rejects.toThrow()
  }
})

test('who administers an entry lets a colleague in and out again; both hold from the very next request and are recorded', async () => {
  const colleague = await staff('Sam Okafor', 'chronology')
  const { entryId, personId } = await ownedEntry()
  const read = () => server.caller(colleague).chronology.getEntry({ entryId })
  await expect(read()).rejects.toMatchObject({ id: 'not-found' })
  const after = { entries: [allow('user', colleague.userId, 'read')] }
  await expect(change(owner, entryId, { after }, '')).rejects.toMatchObject({ id: 'bad-input' })
  expect(await change(owner, entryId, { after })).toEqual({ outcome: 'changed' })
  await read()
  const { change: changeable } = await server.caller(owner).chronology.explainAccess({ entryId })
  expect(changeable?.own).toEqual(after)
  await change(owner, entryId, { before: after, after: nothing }, '')
  await expect(read()).rejects.toMatchObject({ id: 'not-found' })
  const rows = await server.ownerDatabase.execute(sql`select person_id, reason, details from audit_events
    where action = 'chronology.changeAccess' and object_id = ${entryId} order by occurred_at, id`)
  expect([...rows]).toEqual([
    { person_id: personId, reason, details: { before: nothing, after } },
    { person_id: personId, reason: null, details: { before: after, after: nothing } },
  ])
})

test('what the form’s own list says cannot be removed, but a deny of the entry outweighs it', async () => {
  const colleague = await staff('Sam Okafor', 'chronology')
  const { entryId } = await ownedEntry(allow('user', colleague.userId, 'read'))
  const read = () => server.caller(colleague).chronology.getEntry({ entryId })
  await change(owner, entryId, { after: nothing }, '')
  await read()
  await change(owner, entryId, { after: { entries: [deny('user', colleague.userId, 'read')] } }, '')
  await expect(read()).rejects.toMatchObject({ id: 'not-found' })
})

test('a list always keeps somebody who may change it, and names only who is there', async () => {
  const { entryId } = await ownedEntry()
  for (const right of ['administer', 'read'] as const) {
    const after = { entries: [deny('user', owner.userId, right)] }
    await expect(change(owner, entryId, { after })).rejects.toMatchObject({
      id: 'conflict',
      message: expect.stringContaining('Nobody could change this access list') as string,
    })
  }
  await expect(
    change(owner, entryId, { after: { entries: [allow('team', newId(), 'read')] } }),
  ).rejects.toMatchObject({ id: 'bad-input' })
})

test('V15.4.2: of two who change one list at once one wins, and who was shut out meanwhile changes nothing', async () => {
  const colleague = await staff('Sam Okafor', 'chronology')
  const { entryId } = await ownedEntry(allow('user', colleague.userId, 'read', 'administer'))
  const results = await Promise.allSettled([
    change(owner, entryId, { after: { entries: [deny('user', colleague.userId, 'administer')] } }),
    change(colleague, entryId, { after: { entries: [deny('user', owner.userId, 'administer')] } }),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const answers = await Promise.all(
    [owner, colleague].map((each) => server.caller(each).chronology.explainAccess({ entryId })),
  )
  expect(answers.filter((answer) => answer.change !== null)).toHaveLength(1)
})
