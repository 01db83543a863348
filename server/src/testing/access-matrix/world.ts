import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { audiencesOfCitizen } from '@send/shared/accounts/citizen-kinds'
import type { Audience, Page } from '@send/shared/forms/form-definition'
import { newId } from '@send/shared/values/ids'
import { usualFileSettings } from '@send/shared/submissions/file-settings'
import { childAccess } from '../../accounts/child-access/tables.ts'
import { buildServer } from '../../host.ts'
import { organisationMembers } from '../../accounts/organisations/tables.ts'
import { buildOrganisation, buildVerification } from '../build-organisation.ts'
import { buildAdviceRequest } from '../build-advice.ts'
import { buildBankQuestion } from '../build-bank-question.ts'
import { buildLookupTable } from '../build-lookup-table.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../build-sessions.ts'
import { publishLive } from '../publish-live.ts'
import type { TestServer } from '../test-server.ts'
import { beginUpload } from '../tus-upload.ts'
import { beginInternalForms } from './begin-internal-forms.ts'
import { beginEntered } from './enter-form.ts'
import { buildHelpers } from './build-helped-forms.ts'
import { buildMergedRecords } from './build-merged-records.ts'
import { buildUndoneMatch } from './build-undone-match.ts'
import { buildCallers, citizenKindOf, isPortalCaller, type Caller, type CallerKind } from './callers.ts'

export const relations = ['own', 'shared', 'unshared', 'foreign', 'nonExistent'] as const
export type Relation = (typeof relations)[number]

type Form = { formId: string; page: Page; details: string; views: string; file: string }
/** A form that somebody has begun, with a file. */
export type Draft = {
  submissionId: string
  fileId: string
  /** A file on its way to the same question. */
  uploadId: string
  form: Form
  canary: string
}
/** A child on record whose form stands on the chronology. */
export type KnownChild = {
  personId: string
  entryId: string
  submissionId: string
  fileId: string
  uploadId: string
  canary: string
}

export type World = Awaited<ReturnType<typeof buildWorld>>

/** Whose forms a caller fills in; staff are asked those for parents, which they may not start. */
export function audienceOf(kind: CallerKind): Audience {
  if (kind.startsWith('professional')) return 'professionals'
  return audiencesOfCitizen(citizenKindOf(kind) ?? 'parentCarer')[0] ?? 'parents'
}

/** Every caller with an own draft, and children on record in every relation to portal users and to staff. */
export async function buildWorld(server: TestServer) {
  const callers = await buildCallers(server)
  const builder = await buildStaffSession(server, [
    'formBuilder',
    'manageIncomingForms',
    'matching',
    'people',
  ])
  const app = await buildServer(server.services)
  const work = { server, app, builder }
  const officer = callers.officer.session
  const auditor = callers.auditor.session
  if (!officer || !auditor) throw new Error('Staff have sessions')
  const groups = [officer.groupIds[0] ?? '', auditor.groupIds[0] ?? '']
  const everybody = groups.map((id) => allow({ kind: 'group', id }))

  const forms = {
    parents: await publishForm(work, 'parents', everybody),
    youngPeople: await publishForm(work, 'youngPeople', everybody),
    professionals: await publishForm(work, 'professionals', everybody),
  }
  const drafts = new Map<string, Draft>()
  for (const caller of Object.values(callers).filter(isPortalCaller)) {
    drafts.set(caller.kind, await beginDraft(work, caller, forms[audienceOf(caller.kind)]))
  }
  const family = { session: await buildPortalSession(server, 'citizen', { name: 'Family of the matrix' }) }
  const known = async (entries: Entry[]) =>
    importChild(work, family, await publishForm(work, 'parents', entries))
  const people = {
    own: await known([
      ...groups.map((id) => allow({ kind: 'group', id })),
      allow({ kind: 'user', id: officer.userId }),
    ]),
    shared: await known(everybody),
    unshared: await known([
      ...everybody,
      deny({ kind: 'user', id: officer.userId }),
      deny({ kind: 'user', id: auditor.userId }),
    ]),
    foreign: await known([allow({ kind: 'group', id: builder.groupIds[0] ?? '' })]),
  }
  // Nothing scans here, and who may open a file is what is asked.
  await server.caller(await buildStaffSession(server, ['portalAdministration'])).files.setSettings({
    before: usualFileSettings,
    after: { ...usualFileSettings, staffOpenUnscanned: true },
  })
  await authenticate(server, callers, people, builder)
  const { organisations, asker } = await buildOrganisations(server, callers, builder)
  const adviceTo = (organisationId: string) =>
    buildAdviceRequest(server, {
      personId: people.shared.personId,
      organisationId,
      formId: forms.professionals.formId,
      askedBy: builder.userId,
    })
  const advice = {
    own: await adviceTo(organisations.own),
    another: await adviceTo(organisations.another),
    shared: await adviceTo(organisations.shared),
    unshared: await adviceTo(organisations.unshared),
    foreign: await adviceTo(organisations.foreign),
  }
  const waiting = await submitDraft(work, family, await beginDraft(work, family, forms.parents))
  await server.runJobs()
  const { items } = await server.caller(builder).suspense.list()
  const incoming = items.find(({ givenNames }) => givenNames === waiting.canary)
  if (!incoming) throw new Error('A child waits in suspense')
  const settled = await settleDraft(
    work,
    await submitDraft(work, family, await beginDraft(work, family, forms.parents)),
  )
  const begin = () => beginDraft(work, family, forms.parents)
  const helped = { shared: await begin(), unshared: await begin(), foreign: await begin() }
  await buildHelpers(
    server,
    Object.values(callers).filter(({ session }) => session?.face === 'citizen'),
    helped,
  )
  await app.close()
  const canaries = [
    ...drafts.values(),
    ...Object.values(people),
    ...Object.values(helped),
    waiting,
    settled,
  ].map(({ canary }) => canary)
  const now = server.clock.now()
  const entered = await beginEntered(server, { by: builder, formId: forms.parents.formId })
  const internalForms = await beginInternalForms(server, { officer, builder, people })
  const lookupTableId = await buildLookupTable(server, builder)
  const { questionId: bankQuestionId } = await buildBankQuestion(server, builder)
  const undone = await buildUndoneMatch(server, { builder, sender: family.session })
  const merged = await buildMergedRecords(server, { builder })
  const subjects = { incoming, waiting, settled, undone, merged }
  const cast = { callers, people, organisations, advice, asker, ...subjects, canaries }
  return { ...cast, forms, drafts, helped, internalForms, entered, lookupTableId, bankQuestionId, now }
}

type Work = { server: TestServer; app: Awaited<ReturnType<typeof buildServer>>; builder: BuiltSession }
type Subject = { kind: 'group' | 'user'; id: string }
type Entry = { effect: 'allow' | 'deny'; subject: Subject; rights: ['read'] }

function allow(subject: Subject): Entry {
  return { effect: 'allow', subject, rights: ['read'] }
}

function deny(subject: Subject): Entry {
  return { effect: 'deny', subject, rights: ['read'] }
}

let numbers = 0

async function publishForm({ server, builder }: Work, audience: Audience, entries: Entry[]): Promise<Form> {
  const [details, views, file] = [
    buildQuestion('childDetails'),
    buildQuestion('longText'),
    buildQuestion('file', { required: false, maxFiles: 5 }),
  ]
  const page = buildPage([details, views, file])
  numbers += 1
  const definition = buildForm({
    code: `MATRIX-${numbers}`,
    audience,
    pages: [page],
    accessList: { entries },
  })
  const formId = await publishLive(server, builder, definition)
  return { formId, page, details: details.id, views: views.id, file: file.id }
}

async function beginDraft(work: Work, { session }: Pick<Caller, 'session'>, form: Form): Promise<Draft> {
  if (!session) throw new Error('Only somebody signed in begins a form')
  const caller = work.server.caller(session)
  const { submissionId } = await caller.submissions.start({ idempotencyKey: newId(), formId: form.formId })
  numbers += 1
  const canary = `Canary${'abcdefghijklmnopqrstuvwxyz'.charAt(numbers % 26)}${numbers}x`
  const dateOfBirth = { day: '4', month: '9', year: '2018' }
  const child = {
    givenNames: canary,
    familyName: 'Rees',
    dateOfBirth,
    sex: '' as const,
    postcode: '',
    upn: '',
  }
  const answers = { [form.details]: child, [form.views]: `What ${canary} finds hard.` }
  await caller.submissions.savePage({ submissionId, pageId: form.page.id, answers })
  const uploaded = await work.app.inject({
    method: 'POST',
    url: `/files/${submissionId}/${form.file}`,
    ...multipart(`${canary}.pdf`),
    headers: {
      ...multipart('').headers,
      authorization: `Bearer ${session.token}`,
      'x-send-service': work.server.services.portal.serviceSecret,
      'x-send-face': session.face,
    },
  })
  const files = uploaded.json<{ files?: { fileId: string }[] }>().files ?? []
  const { files: listed } = await caller.submissions.getMine({ submissionId })
  const fileId = listed[0]?.fileId ?? files[0]?.fileId
  if (!fileId) throw new Error(`The file was not taken: ${uploaded.body}`)
  const sender = { server: work.server, app: work.app, session }
  const begun = { name: `${canary}.pdf`, size: 100 }
  const { place } = await beginUpload(sender, `${submissionId}/${form.file}`, begun)
  return { submissionId, fileId, uploadId: place.replace('/uploads/', ''), form, canary }
}

/** The body of an upload of one small PDF. */
export function multipart(name: string): { payload: string; headers: Record<string, string> } {
  const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n`
  return {
    payload: `${head}content-type: application/pdf\r\n\r\n%PDF-1.7\n${name}\r\n--edge--\r\n`,
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
  }
}

async function submitDraft(work: Work, { session }: Pick<Caller, 'session'>, draft: Draft): Promise<Draft> {
  if (!session) throw new Error('Only somebody signed in sends a form')
  const { submissionId } = draft
  const receipt = await work.server
    .caller(session)
    .submissions.submit({ idempotencyKey: newId(), submissionId })
  if (receipt.outcome !== 'received') throw new Error(JSON.stringify(receipt))
  return draft
}

/** Adds the child of a sent form as a new person. */
async function settleDraft({ server, builder }: Work, draft: Draft) {
  await server.runJobs()
  const officer = server.caller(builder)
  const { items } = await officer.suspense.list()
  const item = items.find(({ givenNames }) => givenNames === draft.canary)
  if (!item) throw new Error('The child is not in suspense')
  const { incomingChildId, version } = item
  const settled = await officer.suspense.addAsNew({ idempotencyKey: newId(), incomingChildId, version })
  if (settled.outcome !== 'settled') throw new Error(settled.outcome)
  const form = await officer.chronology.getIncoming({ submissionId: draft.submissionId })
  return { ...draft, personId: settled.personId, version: form.version }
}

async function importChild(work: Work, family: Pick<Caller, 'session'>, form: Form): Promise<KnownChild> {
  const draft = await submitDraft(work, family, await beginDraft(work, family, form))
  const { submissionId, fileId, uploadId, canary, personId, version } = await settleDraft(work, draft)
  const approved = await work.server
    .caller(work.builder)
    .chronology.approve({ idempotencyKey: newId(), submissionId, version })
  if (approved.outcome !== 'approved') throw new Error(approved.outcome)
  return { personId, entryId: approved.entryId, submissionId, fileId, uploadId, canary }
}

/** Every portal caller is authenticated for the shared child, and no longer for the unshared one. */
async function authenticate(
  server: TestServer,
  callers: Record<string, Caller>,
  people: Record<'shared' | 'unshared', KnownChild>,
  builder: BuiltSession,
): Promise<void> {
  const now = server.clock.now()
  const rows = Object.values(callers)
    .filter(isPortalCaller)
    .flatMap(({ kind, session }) =>
      (['shared', 'unshared'] as const).map((relation) => ({
        id: newId(),
        userId: session?.userId ?? '',
        personId: people[relation].personId,
        relation: kind.startsWith('professional') ? ('professional' as const) : ('parentCarer' as const),
        scopes: ['progress' as const],
        source: 'officer' as const,
        reason: 'Birth certificate seen',
        recordedBy: builder.userId,
        startsAt: new Date(now.getTime() - 60_000),
        ...(relation === 'unshared'
          ? { endedAt: now, endedBy: builder.userId, endReason: 'Court order' }
          : {}),
      })),
    )
  await server.ownerDatabase.insert(childAccess).values(rows)
}

/**
 * Every professional but one is verified. One leads an organisation and one another; both are plain members of a
 * shared one and have left the unshared one. Somebody asks to join each.
 */
async function buildOrganisations(
  server: TestServer,
  callers: Awaited<ReturnType<typeof buildCallers>>,
  builder: BuiltSession,
): Promise<{
  organisations: Record<'own' | 'another' | 'shared' | 'unshared' | 'foreign', string>
  asker: BuiltSession
}> {
  const { professionalVerified, professionalOfOrganisation, professionalOfAnother } = callers
  for (const { session } of [professionalVerified, professionalOfOrganisation, professionalOfAnother]) {
    await buildVerification(server, session?.userId ?? '', builder.userId)
  }
  const [one, another] = [professionalOfOrganisation.session, professionalOfAnother.session]
  const asker = await buildPortalSession(server, 'professional', { name: 'Asker of the matrix' })
  const head = await buildPortalSession(server, 'professional', { name: 'Head of the matrix' })
  const organisations = {
    own: await buildOrganisation(server, { name: 'Matrix own', members: [[one, 'lead']] }),
    another: await buildOrganisation(server, { name: 'Matrix another', members: [[another, 'lead']] }),
    shared: await buildOrganisation(server, {
      name: 'Matrix shared',
      members: [
        [head, 'lead'],
        [one, 'member'],
        [another, 'member'],
      ],
    }),
    unshared: await buildOrganisation(server, { name: 'Matrix unshared', members: [[head, 'lead']] }),
    foreign: await buildOrganisation(server, { name: 'Matrix foreign', members: [[head, 'lead']] }),
  }
  const askedAt = server.clock.now()
  const asked = Object.values(organisations).map((organisationId) => ({
    organisationId,
    userId: asker.userId,
    role: 'member' as const,
    state: 'asked' as const,
    askedAt,
  }))
  const left = [one, another].map((session) => ({
    organisationId: organisations.unshared,
    userId: session?.userId ?? '',
    role: 'member' as const,
    state: 'left' as const,
    askedAt,
    leftAt: askedAt,
  }))
  await server.ownerDatabase.insert(organisationMembers).values([...asked, ...left])
  return { organisations, asker }
}
