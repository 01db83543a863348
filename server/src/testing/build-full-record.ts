import { buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import type { ChangesTold, PersonEntry } from '@send/shared/people/person-entry'
import { hiddenChildren } from '../involvements/advice/tables.ts'
import { keyPeople } from '../people/candidate-keys/key-people.ts'
import { contacts } from '../people/family/contacts/tables.ts'
import { relationships } from '../people/tables.ts'
import { buildAdviceRequest } from './build-advice.ts'
import { buildPerson } from './build-incoming-child.ts'
import { buildIncomingLine } from './build-incoming-line.ts'
import { buildInternalForm, listOf } from './build-internal-form.ts'
import { buildOrganisation } from './build-organisation.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from './build-sessions.ts'
import {
  publishRequestForm,
  sendChild,
  type PublishedForm,
  type WaitingChild,
} from './build-waiting-child.ts'
import { approve, settle } from './settle-steps.ts'
import type { TestServer } from './test-server.ts'

export type MergeGround = {
  officer: BuiltSession
  form: PublishedForm
  internalFormId: string
  organisationId: string
  professional: BuiltSession
  /** Waits, and is not any of the people who are built. */
  rejecting: WaitingChild
}

/** An officer who may do everything with people, and what records are filled with. */
export async function buildMergeGround(server: TestServer): Promise<MergeGround> {
  const officer = await buildStaffSession(
    server,
    [
      'formBuilder',
      'manageIncomingForms',
      'completeForms',
      'matching',
      'people',
      'chronology',
      'share',
      'portalAdministration',
    ],
    { name: 'Nia Morgan' },
  )
  const form = await publishRequestForm(server, officer)
  const { formId: internalFormId } = await buildInternalForm(server, {
    by: officer.userId,
    accessList: listOf([officer.userId, 'read', 'write', 'delete', 'administer']),
    versions: [
      { pages: [buildPage([buildQuestion('shortText', { required: false })])], effectiveFrom: '2025-01-01' },
    ],
  })
  const professional = await buildPortalSession(server, 'professional')
  const organisationId = await buildOrganisation(server, { members: [[professional, 'lead']] })
  const sender = await buildPortalSession(server, 'citizen')
  const rejecting = await sendChild(server, { form, sender, child: { givenNames: 'Somebody Else' } })
  return { officer, form, internalFormId, organisationId, professional, rejecting }
}

let records = 0

/** A child on record with something of everything that can hang on one. */
export async function buildFullRecord(server: TestServer, ground: MergeGround) {
  records += 1
  const { officer, form, organisationId } = ground
  const letter = 'abcdefghijklmnopqrstuvwxyz'.charAt(records % 26)
  const identity = { givenNames: `Elin ${letter}${records}`, familyName: 'Parry', dateOfBirth: '2018-09-04' }
  const personId = await buildPerson(server, {
    ...identity,
    externalId: `EXT-${records}`,
    uln: `${1_000_000_000 + records}`,
    sex: 'male',
    nhsNumber: records % 2 === 0 ? '9434765919' : null,
    addressLine: records % 2 === 0 ? null : `${records} High Street`,
    postcode: records % 2 === 0 ? null : 'LS8 4AB',
  })
  await correct(server, officer, { personId, sex: 'female' })
  const carerId = await buildPerson(server, { givenNames: `Carer ${letter}`, dateOfBirth: '1980-01-01' })
  await server.ownerDatabase.transaction((tx) => keyPeople(tx, 100))
  await server.ownerDatabase
    .insert(relationships)
    .values({ id: newId(), childId: personId, carerId, kind: 'mother', parentalResponsibility: 'yes' })
  // Of two records with the same number each keeps its own when they come apart.
  for (const [value, preferred] of [
    ['07700 900123', true],
    [`0113 496 0${String(records).padStart(3, '0')}`, false],
  ] as const)
    await server.ownerDatabase
      .insert(contacts)
      .values({ id: newId(), personId, kind: 'home', value, preferred })
  const sender = await buildPortalSession(server, 'citizen', { name: `Sam ${letter}` })
  const item = await sendChild(server, { form, sender, child: { givenNames: `Elin ${letter}${records}` } })
  const line = await buildIncomingLine(server, {
    given_names: identity.givenNames,
    date_of_birth: identity.dateOfBirth,
    family_name: 'Pary',
    town: 'York',
    school_urn: '100009',
  })
  server.clock.moveBy(1000)
  await settle(server, officer, item, personId)
  await settle(server, officer, { incomingChildId: line }, personId)
  const entryId = await approve(server, officer, item)
  await letIn(server, officer, { userId: sender.userId, personId })
  await reject(server, ground, personId)
  await server.ownerDatabase
    .insert(hiddenChildren)
    .values({ userId: ground.professional.userId, personId, hiddenAt: server.clock.now() })
  const { formId } = form
  await buildAdviceRequest(server, { personId, organisationId, formId, askedBy: officer.userId })
  await server.caller(officer).organisationsAdmin.inviteExpert({
    idempotencyKey: newId(),
    email: `ruth-${records}@speech.example`,
    personId,
    task: 'Advice on speech',
    accessEndsAt: new Date(server.clock.now().getTime() + 30 * 86_400_000).toISOString(),
    reason: 'No therapist is free',
  })
  const { internalFormId } = await server
    .caller(officer)
    .internalForms.start({ idempotencyKey: newId(), formId: ground.internalFormId, personId })
  server.clock.moveBy(1000)
  return { personId, carerId, sender, item, line, entryId, internalFormId, ...identity }
}

/** Corrects a record by hand. */
export async function correct(
  server: TestServer,
  officer: BuiltSession,
  { personId, told = {}, ...values }: Partial<PersonEntry> & { personId: string; told?: ChangesTold },
): Promise<void> {
  const { people } = server.caller(officer)
  const { entry: expected } = await people.getRecord({ personId })
  const request = { idempotencyKey: newId(), personId, expected, entry: { ...expected, ...values }, told }
  const { outcome } = await people.correct(request)
  if (outcome !== 'corrected') throw new Error(outcome)
}

/** Records that a portal user may see a child. */
export async function letIn(
  server: TestServer,
  officer: BuiltSession,
  who: { userId: string; personId: string },
): Promise<void> {
  server.clock.moveBy(1000)
  await server.caller(officer).portalUsers.authenticate({
    idempotencyKey: newId(),
    ...who,
    relation: 'parentCarer',
    scopes: ['progress'],
    reason: 'Birth certificate seen',
  })
}

async function reject(
  server: TestServer,
  { officer, rejecting: { incomingChildId } }: MergeGround,
  personId: string,
): Promise<void> {
  const { suspense } = server.caller(officer)
  const { version } = await suspense.get({ incomingChildId })
  await suspense.reject({ idempotencyKey: newId(), incomingChildId, version, personId })
}
