import { mostAddedBytes, mostAddedLines } from '@send/shared/suspense/added-children'
import { newId } from '@send/shared/values/ids'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditEvents } from '../../audit/tables.ts'
import { idempotencyKeys } from '../../database/tables.ts'
import { buildSchool as buildSchoolOf, buildVerified } from '../../testing/advice-steps.ts'
import { buildPerson } from '../../testing/build-advice.ts'
import { buildOrganisation } from '../../testing/build-organisation.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { incomingChildren } from '../tables.ts'

let server: TestServer
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['matching', 'share', 'verifyProfessionals'])
})
afterAll(() => server.close())

const heading = 'given_names,family_name,date_of_birth'
const amira = 'Amira,Khan,2014-02-14'
const of = (session: BuiltSession) => server.caller(session).addedChildren
const buildSchool = () => buildSchoolOf(server, officer)
const contentOf = (list: string | Buffer) => Buffer.from(list as string).toString('base64')
const nothing = { id: 'not-found' }
const refused = { id: 'not-allowed' }

async function check(session: BuiltSession, organisationId: string, list: string | Buffer) {
  return of(session).check({ organisationId, content: contentOf(list) })
}

/** What is said of each line of a list, in short. */
async function told(list: string | Buffer) {
  const { lead, organisationId } = await buildSchool()
  const checked = await check(lead, organisationId, list)
  if (checked.outcome !== 'checked') return checked.why
  return checked.lines.map(({ line, outcome, refusals }) => [line, outcome, ...refusals])
}

function add(session: BuiltSession, organisationId: string, list: string, confirmed: number) {
  const request = { idempotencyKey: newId(), organisationId, content: contentOf(list), confirmed }
  return of(session).add(request)
}

const readAdded = (organisationId: string) =>
  server.ownerDatabase
    .select()
    .from(incomingChildren)
    .where(eq(incomingChildren.organisationId, organisationId))

test('SR-510: families, staff, the unverified and those of another organisation add and learn nothing', async () => {
  const { organisationId, member, lead } = await buildSchool()
  const list = `${heading}\n${amira}\n`
  for (const session of [officer, await buildPortalSession(server, 'citizen')]) {
    await expect(of(session).listMine()).rejects.toMatchObject(refused)
    await expect(check(session, organisationId, list)).rejects.toMatchObject(refused)
    await expect(add(session, organisationId, list, 1)).rejects.toMatchObject(refused)
  }
  const unverified = await buildPortalSession(server, 'professional')
  const elsewhere = (await buildSchool()).lead
  await server
    .caller(lead)
    .organisations.remove({ organisationId, userId: member.userId, reason: 'Moved on' })
  // Who works elsewhere by now is no less a stranger here.
  await buildOrganisation(server, { members: [[member, 'lead']] })
  for (const session of [unverified, elsewhere, member]) {
    await expect(check(session, organisationId, list)).rejects.toMatchObject(nothing)
    await expect(add(session, organisationId, list, 1)).rejects.toMatchObject(nothing)
    const { schools } = await of(session).listMine()
    expect(schools.map((school) => school.organisationId)).not.toContain(organisationId)
  }
  const therapist = await buildVerified(server, officer, 'Tess Therapist')
  const service = await buildOrganisation(server, { kind: 'service', members: [[therapist, 'lead']] })
  await expect(check(therapist, service, list)).rejects.toMatchObject(nothing)
  expect(await readAdded(organisationId)).toEqual([])
})

test('a list is checked and nothing changes; confirmed, each child waits in suspense and is weighed', async () => {
  const { organisationId, lead } = await buildSchool()
  const list = `${heading},sex,upn,postcode,class\n${amira},F,B801200005001,ls84ab,3B\nJo,Smith,03/02/2014,,,,\n`
  const checked = await check(lead, organisationId, list)
  expect(checked).toMatchObject({ outcome: 'checked', unknownColumns: ['class'] })
  expect(await readAdded(organisationId)).toEqual([])
  expect(await add(lead, organisationId, list, 2)).toEqual({ outcome: 'added', added: 2 })
  const children = await readAdded(organisationId)
  expect(children.toSorted((a) => (a.givenNames === 'Amira' ? -1 : 1))).toMatchObject([
    {
      source: 'professional',
      ownerUserId: lead.userId,
      givenNames: 'Amira',
      dateOfBirth: '2014-02-14',
      sex: 'female',
      upn: 'B801200005001',
      postcode: 'LS8 4AB',
      state: 'unmatched',
    },
    { givenNames: 'Jo', dateOfBirth: '2014-02-03', sex: null },
  ])
  await server.runJobs()
  for (const { scoredAt } of await readAdded(organisationId)) expect(scoredAt).not.toBeNull()
  const waiting = await server.caller(officer).suspense.get({ incomingChildId: children[0]?.id ?? '' })
  expect(waiting.added).toMatchObject({ by: 'Lena Lead' })
  const [line] = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.action, 'addedChildren.add'), eq(auditEvents.objectId, organisationId)))
  expect(line?.details).toEqual({ children: expect.arrayContaining(children.map(({ id }) => id)) })
  expect(JSON.stringify(line)).not.toMatch(/Amira|Khan/)
})

test('SR-511: whether a child is known to the authority changes nothing of what a school is told', async () => {
  const { organisationId, lead } = await buildSchool()
  await buildPerson(server, { givenNames: 'Known', familyName: 'Child', dateOfBirth: '2014-02-14' })
  const list = (name: string) => `${heading}\n${name},Child,2014-02-14\n`
  const answers = []
  for (const name of ['Known', 'Unheard']) {
    answers.push(JSON.stringify(await check(lead, organisationId, list(name))).replaceAll(name, 'X'))
    answers.push(JSON.stringify(await add(lead, organisationId, list(name), 1)))
    await server.runJobs()
  }
  expect(answers.slice(0, 2)).toEqual(answers.slice(2))
  const { added } = await of(lead).listMine()
  expect(Object.keys(added[0] ?? {}).toSorted()).toEqual(
    ['addedAt', 'by', 'dateOfBirth', 'familyName', 'givenNames', 'organisationId'].toSorted(),
  )
})

test('what the school told before is known to its colleagues, and to no other school', async () => {
  const { organisationId, lead, member } = await buildSchool()
  const list = `${heading}\n${amira}\nZoë,O’Neill,2015-01-01\n`
  await add(lead, organisationId, `${heading}\n${amira}\n`, 1)
  const checked = await check(member, organisationId, list)
  expect(checked).toMatchObject({ lines: [{ outcome: 'known' }, { outcome: 'add' }] })
  const other = await buildSchool()
  const elsewhere = await check(other.lead, other.organisationId, list)
  expect(elsewhere).toMatchObject({ lines: [{ outcome: 'add' }, { outcome: 'add' }] })
  expect((await of(member).listMine()).added).toMatchObject([{ givenNames: 'Amira', by: 'Lena Lead' }])
})

test('SR-512: a repeat adds nobody twice, of two colleagues at once one adds, and what changed meanwhile is not added', async () => {
  const { organisationId, lead, member } = await buildSchool()
  const list = `${heading}\n${amira}\nJo,Smith,2014-02-03\n`
  const request = { idempotencyKey: newId(), organisationId, content: contentOf(list), confirmed: 2 }
  expect(await of(lead).add(request)).toEqual({ outcome: 'added', added: 2 })
  expect(await of(lead).add(request)).toEqual({ outcome: 'added', added: 2 })
  await expect(of(lead).add({ ...request, content: contentOf(`${heading}\n`) })).rejects.toMatchObject({
    id: 'conflict',
  })
  expect(await add(lead, organisationId, list, 2)).toEqual({ outcome: 'changed' })
  const more = `${list}New,Child,2015-02-03\n`
  expect(await add(lead, organisationId, more, 3)).toEqual({ outcome: 'changed' })
  expect(await readAdded(organisationId)).toHaveLength(2)
  const both = await Promise.all([lead, member].map((session) => add(session, organisationId, more, 1)))
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['added', 'changed'])
  expect(await readAdded(organisationId)).toHaveLength(3)
  const kept = await server.ownerDatabase.select().from(idempotencyKeys)
  expect(JSON.stringify(kept)).not.toMatch(/Amira|Khan/)
})

test.each([
  ['a date that is none', 'Jo,Smith,31/02/2011', ['birthNoDate']],
  ['no date', 'Jo,Smith,', ['birth']],
  ['a day to come', 'Jo,Smith,2031-02-03', ['birthFuture']],
  ['a grown-up', 'Jo,Smith,1980-02-03', ['birthTooOld']],
  ['a formula', '=HYPERLINK(1),Smith,2014-02-03', ['formula']],
  ['no names', ',,2014-02-03', ['givenNames', 'familyName']],
  ['an unclosed quotation mark', '"Jo,Smith,2014-02-03', ['quote']],
  ['too few values', 'Jo,Smith', ['columns']],
  ['letters that cannot be read', 'J\u0007o,Smith,2014-02-03', ['unreadable']],
  ['a name without end', `${'o'.repeat(201)},Smith,2014-02-03`, ['tooLong']],
])('SR-513: %s is refused by its line, and the others stay', async (_what, line, why) => {
  expect(await told(`${heading}\n${line}\n${amira}\n`)).toEqual([
    [2, 'refused', ...why],
    [3, 'add'],
  ])
})

test('SR-513: of two lines about one child the second is refused and names the first', async () => {
  const { lead, organisationId } = await buildSchool()
  const checked = await check(lead, organisationId, `${heading}\n${amira}\namira ,KHAN,14/02/2014\n`)
  expect(checked).toMatchObject({
    lines: [{ outcome: 'add' }, { outcome: 'refused', refusals: ['twice'], sameAs: 2 }],
  })
})

test('wrong numbers and words beside the names are refused, because the school can mend them', async () => {
  const list = `${heading},sex,upn,postcode\n${amira},other,A801200005001,D04 X285\n`
  expect(await told(list)).toEqual([[2, 'refused', 'sex', 'upn', 'postcode']])
})

const line = 'Jo,Smith,2014-02-03\n'
test.each([
  ['nothing', '', 'empty'],
  ['a heading alone', `${heading}\n`, 'empty'],
  ['no heading', line, 'heading'],
  ['a heading that names a column twice', `${heading},sex,sex\n`, 'heading'],
  ['a file of Excel', Buffer.from('504b030414000600', 'hex'), 'spreadsheet'],
  ['what is no text', Buffer.from(`${heading}\nJ\0o,Smith,2014-02-03\n`), 'notText'],
  ['one line too many', `${heading}\n${line.repeat(mostAddedLines + 1)}`, 'tooManyLines'],
  ['too many letters', `${heading}\n${'x'.repeat(mostAddedBytes)}`, 'tooLarge'],
])('SR-514: %s is refused as a whole, with why', async (_what, list, why) => {
  expect(await told(list)).toBe(why)
})

const welsh = `${heading}\r\nSiân,O’Neill,2014-02-03\r\n`
test.each([
  ['UTF-16', Buffer.from(`\uFEFF${welsh}`, 'utf16le')],
  ['Windows-1252', Buffer.from(welsh.replace('â', '\xE2').replace('’', '\x92'), 'latin1')],
  ['semicolons', welsh.replaceAll(',', ';')],
  ['tabs, as a spreadsheet copies', welsh.replaceAll(',', '\t').replace('given_names', 'Given names')],
])('a list in %s is read as it was written', async (_what, list) => {
  const { lead, organisationId } = await buildSchool()
  const checked = await check(lead, organisationId, list)
  expect(checked).toMatchObject({ lines: [{ givenNames: 'Siân', familyName: 'O’Neill', outcome: 'add' }] })
})

test('five hundred children are added at once', async () => {
  const { lead, organisationId } = await buildSchool()
  const lines = Array.from({ length: mostAddedLines }, (_, place) => `Child${place},Smith,2014-02-03`)
  const list = `${heading}\n${lines.join('\n')}\n`
  expect(await add(lead, organisationId, list, mostAddedLines)).toEqual({
    outcome: 'added',
    added: mostAddedLines,
  })
})
