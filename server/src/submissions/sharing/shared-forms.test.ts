import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { jobHandlers } from '../../job-handlers.ts'
import { runJob } from '../../jobs/run-job.ts'
import {
  beginThreePages,
  joinForm,
  publishThreePages,
  readHelpToken,
  sharedChild,
  sharedSecret,
  type ThreePages,
} from '../../testing/build-shared-form.ts'
import { buildPortalSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let form: ThreePages
let owner: BuiltSession
let submissionId: string

beforeAll(async () => {
  server = await createTestServer()
  form = await publishThreePages(server)
})
beforeEach(async () => {
  owner = await buildPortalSession(server, 'citizen', { name: 'Olive Owner' })
  submissionId = await beginThreePages(server, owner, form)
})
afterAll(() => server.close())

const dayMs = 86_400_000
const key = () => ({ idempotencyKey: newId() })
const of = (session: BuiltSession) => server.caller(session).sharedForms
const hopesOf = (value: string) => ({
  submissionId,
  pageId: form.pages.needs.id,
  answers: { [form.questions.hopes.id]: value },
})
const join = (role: 'view' | 'comment' | 'edit', pageIds: string[] | null = null) =>
  joinForm(server, owner, { submissionId, role, pageIds })
const notFound = { id: 'not-found' }

test('SR-460: whoever was not asked to help finds nothing, whatever they ask', async () => {
  await join('edit')
  const stranger = of(await buildPortalSession(server, 'citizen'))
  const page = { submissionId, pageId: form.pages.needs.id }
  const tries = [
    stranger.get({ submissionId }),
    stranger.savePage(hopesOf('Mine now')),
    stranger.openPage(page),
    stranger.stillHere(page),
    stranger.getActivity({ submissionId }),
    stranger.findEnded(page),
    stranger.comment({ ...key(), ...page, words: 'Hello' }),
    stranger.resolveComment({ submissionId, commentId: newId(), resolved: true }),
    stranger.leave({ submissionId }),
    stranger.listHelpers({ submissionId }),
    stranger.invite({ ...key(), submissionId, email: 'a@example.org', role: 'edit', pageIds: null }),
    stranger.withdraw({ submissionId, helperId: newId() }),
    stranger.changeHelp({ submissionId, helperId: newId(), role: 'edit', pageIds: null }),
  ]
  for (const tried of await Promise.allSettled(tries))
    expect(tried).toMatchObject({ status: 'rejected', reason: notFound })
  expect((await stranger.listMine()).forms).toEqual([])
})

test('SR-460: half a session accepts, reads and saves nothing', async () => {
  const half = await buildPortalSession(server, 'citizen', { secondStep: false })
  await of(owner).invite({ ...key(), submissionId, email: half.email, role: 'edit', pageIds: null })
  const token = await readHelpToken(server, half.email)
  expect(await of(half).findInvitation({ token })).toMatchObject({ outcome: 'signIn' })
  const needed = { id: 'second-step-needed' }
  await expect(of(half).accept({ token })).rejects.toMatchObject(needed)
  await expect(of(half).get({ submissionId })).rejects.toMatchObject(needed)
  await expect(of(half).savePage(hopesOf('Half'))).rejects.toMatchObject(needed)
})

test('SR-461: a helper never sends, discards, shares or shows the form as the owner does', async () => {
  const { helper } = await join('edit')
  const { submissions, sharedForms } = server.caller(helper)
  const email = 'third@example.org'
  const tries = [
    submissions.submit({ ...key(), submissionId }),
    submissions.getMine({ submissionId }),
    submissions.getMyForm({ submissionId }),
    submissions.savePage(hopesOf('As the owner')),
    submissions.removeFile({ submissionId, fileId: newId() }),
    sharedForms.invite({ ...key(), submissionId, email, role: 'view', pageIds: null }),
    sharedForms.listHelpers({ submissionId }),
    sharedForms.withdraw({ submissionId, helperId: newId() }),
  ]
  for (const tried of await Promise.allSettled(tries))
    expect(tried).toMatchObject({ status: 'rejected', reason: notFound })
  expect((await submissions.listMine()).submissions).toEqual([])
  const signs = {
    [form.questions.signed.id]: { agreed: 'yes' as const, name: 'Robin', signedOn: '' as const },
  }
  await expect(
    sharedForms.savePage({ submissionId, pageId: form.pages.needs.id, answers: signs }),
  ).rejects.toMatchObject({ id: 'bad-input' })
})

test('SR-462: a helper of chosen pages learns nothing of the others, neither an answer nor what follows from one', async () => {
  const { helper } = await join('edit', [form.pages.needs.id])
  const shared = await of(helper).get({ submissionId })
  const told = JSON.stringify(shared)
  expect(told).not.toMatch(new RegExp(`${sharedChild}|${sharedSecret}`))
  for (const { id } of [form.pages.own, form.questions.alone, form.questions.child, form.questions.letters])
    expect(told).not.toContain(id)
  expect(shared.definition.pages.map(({ id }) => id)).toEqual([form.pages.needs.id])
  // What the other page brings up is asked, without saying why.
  const { hopes, school, depending } = form.questions
  const [page] = shared.definition.pages
  expect(page?.questions.map(({ id }) => id)).toEqual([hopes.id, school.id, depending.id])
  const other = { submissionId, pageId: form.pages.own.id }
  await expect(of(helper).savePage({ ...other, answers: {} })).rejects.toMatchObject(notFound)
  await expect(of(helper).openPage(other)).rejects.toMatchObject(notFound)
  await expect(of(helper).comment({ ...key(), ...other, words: 'Hello' })).rejects.toMatchObject(notFound)
  await of(owner).comment({ ...key(), ...other, words: 'For the owner alone' })
  expect((await of(helper).getActivity({ submissionId })).comments).toEqual([])
  const strange = { [form.questions.alone.id]: 'Through the wrong page' }
  await expect(
    of(helper).savePage({ submissionId, pageId: form.pages.needs.id, answers: strange }),
  ).rejects.toMatchObject({ id: 'bad-input' })
})

test('what another page hides stays in the form of a helper, hidden, so that nothing typed there is lost', async () => {
  const { helper } = await join('edit', [form.pages.needs.id])
  const alone = { [form.questions.alone.id]: 'Something else' }
  await server.caller(owner).submissions.savePage({ submissionId, pageId: form.pages.own.id, answers: alone })
  const { definition } = await of(helper).get({ submissionId })
  const depending = definition.pages[0]?.questions.find(({ id }) => id === form.questions.depending.id)
  expect(depending?.showIf).toEqual({ kind: 'any', conditions: [] })
})

test('SR-463: each role does what it says on its pages, from the next request on', async () => {
  const page = { submissionId, pageId: form.pages.needs.id }
  const { helper, helperId } = await join('view')
  const refused = { id: 'not-allowed' }
  expect((await of(helper).get({ submissionId })).role).toBe('view')
  await expect(of(helper).savePage(hopesOf('x'))).rejects.toMatchObject(refused)
  await expect(of(helper).comment({ ...key(), ...page, words: 'x' })).rejects.toMatchObject(refused)
  expect(await of(helper).findEnded(page)).toMatchObject({ why: 'lessAllowed', ownerName: 'Olive Owner' })
  const change = (role: 'comment' | 'edit', pageIds: string[] | null) =>
    of(owner).changeHelp({ submissionId, helperId, role, pageIds })
  expect(await change('comment', null)).toEqual({ outcome: 'changed' })
  expect(await of(helper).comment({ ...key(), ...page, words: 'Which school?' })).toMatchObject({
    outcome: 'added',
  })
  await expect(of(helper).savePage(hopesOf('x'))).rejects.toMatchObject(refused)
  await change('edit', [page.pageId])
  expect(await of(helper).savePage(hopesOf('A quiet room.'))).toMatchObject({ conflicts: [] })
  await change('edit', [form.pages.child.id])
  await expect(of(helper).savePage(hopesOf('x'))).rejects.toMatchObject(notFound)
  await expect(
    of(owner).changeHelp({ submissionId, helperId, role: 'edit', pageIds: [`p_${'a'.repeat(26)}`] }),
  ).rejects.toMatchObject({ id: 'bad-input' })
})

test('SR-464: an invitation opens the form for nobody but the account with its address', async () => {
  const meant = await buildPortalSession(server, 'citizen')
  const help = { submissionId, role: 'edit' as const, pageIds: null }
  await of(owner).invite({ ...key(), ...help, email: meant.email.toUpperCase() })
  const token = await readHelpToken(server, meant.email)
  const other = await buildPortalSession(server, 'citizen')
  expect(await of(other).findInvitation({ token })).toEqual({ outcome: 'otherAccount' })
  expect(await of(other).accept({ token })).toEqual({ outcome: 'refused', why: 'otherAccount' })
  const school = await buildPortalSession(server, 'professional')
  expect(await of(school).accept({ token })).toEqual({ outcome: 'refused', why: 'unknown' })
  expect(await of(meant).accept({ token: 'made-up' })).toEqual({ outcome: 'refused', why: 'unknown' })
  expect(await of(meant).findInvitation({ token })).toMatchObject({
    outcome: 'open',
    ownerName: 'Olive Owner',
    role: 'edit',
    pages: null,
  })
  expect(await of(meant).accept({ token })).toEqual({ outcome: 'joined', submissionId })
  expect(await of(meant).accept({ token })).toEqual({ outcome: 'joined', submissionId })
  expect(await of(other).findInvitation({ token })).toEqual({ outcome: 'otherAccount' })
  expect((await of(meant).listMine()).forms).toMatchObject([{ submissionId, ownerName: 'Olive Owner' }])
})

test('SR-465: an invitation tells nobody whether an address has an account, and its message nothing of the form or the child', async () => {
  const known = await buildPortalSession(server, 'citizen', { name: 'Known Person' })
  const help = { submissionId, role: 'view' as const, pageIds: null }
  const unknown = `unknown-${newId()}@example.org`
  const outcomes = []
  for (const email of [known.email, unknown])
    outcomes.push(await of(owner).invite({ ...key(), ...help, email }))
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['invited', 'invited'])
  const { helpers } = await of(owner).listHelpers({ submissionId })
  expect(helpers.map(({ name, state }) => ({ name, state }))).toEqual([
    { name: null, state: 'invited' },
    { name: null, state: 'invited' },
  ])
  await server.runJobs()
  const texts = [known.email, unknown].map((email) => {
    const mail = server.mailbox.findLast(({ to }) => to === email)
    return `${mail?.subject}\n${mail?.text}`.replaceAll(/invitations\/\S+/g, 'invitations/…')
  })
  expect(texts[0]).toBe(texts[1])
  expect(texts[0]).not.toMatch(/Olive|Owner|Canary|Rees/)
  expect(texts[0]).toMatch(/asks for your help with a form[\s\S]*gofyn am eich help gyda ffurflen/)
  const token = await readHelpToken(server, unknown)
  const nobody = server.caller({ face: 'citizen', token: null }).sharedForms
  const found = await nobody.findInvitation({ token })
  expect(Object.keys(found).toSorted()).toEqual(['expiresAt', 'outcome'])
})

test('an invitation ends after 14 days, when it is withdrawn and when the form is deleted, and says which', async () => {
  const help = { submissionId, role: 'edit' as const, pageIds: null }
  const invite = async () => {
    const email = `late-${newId()}@example.org`
    const invited = await of(owner).invite({ ...key(), ...help, email })
    return { token: await readHelpToken(server, email), invited }
  }
  const nobody = server.caller({ face: 'citizen', token: null }).sharedForms
  const { token, invited } = await invite()
  if (invited.outcome !== 'invited') throw new Error(invited.outcome)
  const { helperId } = invited
  expect(await of(owner).withdraw({ submissionId, helperId })).toEqual({ outcome: 'withdrawn' })
  expect(await of(owner).withdraw({ submissionId, helperId })).toEqual({ outcome: 'alreadyEnded' })
  expect(await nobody.findInvitation({ token })).toEqual({ outcome: 'withdrawn' })
  const second = await invite()
  server.clock.moveBy(14 * dayMs)
  expect(await nobody.findInvitation({ token: second.token })).toEqual({ outcome: 'expired' })
  server.clock.moveBy(80 * dayMs)
  const end = () =>
    runJob(server.services, jobHandlers, {
      queue: 'end-resting-forms',
      id: newId(),
      data: {},
      isLastTry: false,
    })
  // Once to tell the owner, and once after the last day.
  await end()
  server.clock.moveBy(20 * dayMs)
  await end()
  expect(await nobody.findInvitation({ token: second.token })).toEqual({ outcome: 'unknown' })
})

test('ten can be asked to help and no eleventh, none twice, and never oneself', async () => {
  const help = { submissionId, role: 'view' as const, pageIds: null }
  const ask = (email: string) => of(owner).invite({ ...key(), ...help, email })
  expect(await ask(owner.email)).toEqual({ outcome: 'ownAddress' })
  for (let number = 0; number < 10; number += 1)
    expect(await ask(`n${number}-${submissionId}@example.org`)).toMatchObject({ outcome: 'invited' })
  expect(await ask(`n0-${submissionId}@example.org`)).toEqual({ outcome: 'alreadyInvited' })
  expect(await ask(`n10-${submissionId}@example.org`)).toEqual({ outcome: 'enough' })
  const input = { ...key(), ...help, email: `again-${submissionId}@example.org` }
  const [first] = (await of(owner).listHelpers({ submissionId })).helpers
  await of(owner).withdraw({ submissionId, helperId: first?.helperId ?? '' })
  const invited = await of(owner).invite(input)
  expect(await of(owner).invite(input)).toEqual(invited)
})

test('invitations to one address cost tries like every other, whoever sends them', async () => {
  const email = `flooded-${newId()}@example.org`
  for (let number = 0; number < 5; number += 1) {
    const another = await beginThreePages(server, owner, form)
    await of(owner).invite({ ...key(), submissionId: another, email, role: 'view', pageIds: null })
  }
  const input = { ...key(), submissionId, email, role: 'view' as const, pageIds: null }
  await expect(of(owner).invite(input)).rejects.toMatchObject({ id: 'too-many-tries' })
})
