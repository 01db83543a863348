import { usualKeepingPeriods } from '@send/shared/submissions/keeping-periods'
import { buildForm } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { addedChildrenExpectations } from './expectations-added-children.ts'
import { adviceExpectations } from './expectations-advice.ts'
import { formExpectations } from './expectations-forms.ts'
import { begun, internalFormsExpectations, onTheList } from './expectations-internal-forms.ts'
import { onBehalfExpectations } from './expectations-on-behalf.ts'
import { mailExpectations } from './expectations-mails.ts'
import { portalExpectations } from './expectations-portals.ts'
import { maySeeShared, organisationExpectations } from './expectations-organisations.ts'
import { citizenKindOf, isPortalCaller, type Caller } from './callers.ts'
import { ownAccountExpectations } from './expectations-own-account.ts'
import type { Outcome } from './ladder.ts'
import { sharedFormsExpectations } from './expectations-shared-forms.ts'
import { signInExpectations } from './sign-in-expectations.ts'
import { peopleExpectations } from './expectations-people.ts'
import { mergingExpectations } from './expectations-merging.ts'
import { suspenseExpectations } from './expectations-suspense.ts'
import { audienceOf, multipart, type Draft, type KnownChild, type Relation, type World } from './world.ts'

export type Cell = { world: World; caller: Caller; relation: Relation }
/** What a procedure is asked in a cell, and how it must end once its step of the ladder is passed. */
export type Expectation = {
  input: (cell: Cell) => unknown
  /** Without it the relation changes nothing, and one cell a caller is enough. */
  then?: (cell: Cell) => Outcome
  /** Always ends so, whatever the relation. */
  always?: (caller: Caller) => Outcome
}

const key = () => ({ idempotencyKey: newId() })
const nothing = { input: () => ({}) } satisfies Expectation
const onlyOwn = ({ caller, relation }: Cell): Outcome =>
  isPortalCaller(caller) && relation === 'own' ? 'done' : 'not-found'
const whatExists = ({ relation }: Cell): Outcome => (relation === 'nonExistent' ? 'not-found' : 'done')
const notOnDesktop = ({ session }: Caller): Outcome => (session?.face === 'desktop' ? 'not-allowed' : 'done')

/** A submission in the relation: the caller's own draft, or one of another family. */
function draftOf({ world, caller, relation }: Cell): Pick<Draft, 'submissionId' | 'fileId' | 'uploadId'> {
  if (relation === 'nonExistent') return { submissionId: newId(), fileId: newId(), uploadId: newId() }
  const own = world.drafts.get(caller.kind) ?? world.drafts.get('parentA')
  return relation === 'own' && own ? own : world.people[relation]
}

function formOf({ world, caller }: Cell) {
  return world.forms[audienceOf(caller.kind)]
}

/** The caller's own kind of form, one for the other kind of citizen, or none. */
function formToStart(cell: Cell): string {
  const { world, caller, relation } = cell
  if (relation === 'own') return formOf(cell).formId
  if (relation !== 'foreign') return newId()
  return world.forms[citizenKindOf(caller.kind) === 'youngPerson' ? 'parents' : 'youngPeople'].formId
}

function childOf({ world, relation }: Cell): Pick<KnownChild, 'personId' | 'entryId' | 'fileId'> {
  if (relation === 'nonExistent') return { personId: newId(), entryId: newId(), fileId: newId() }
  return world.people[relation]
}

/** Its access list lets the group read the entry, and no deny stands against it. */
const readableEntry = ({ relation }: Cell): Outcome =>
  relation === 'own' || relation === 'shared' ? 'done' : 'not-found'

const tus = { 'tus-resumable': '1.0.0' }
const sameList = { before: { entries: [] }, after: { entries: [] } }
const noMemberships = { groupIds: [], postIds: [], teamIds: [] }
const naming = { name: 'New', email: 'new@example.org' }
const emptyGroup = { name: 'Group', processes: [] }
const emptySeat = { name: 'Seat', userIds: [] }

/** A colleague: for an administrator no account of the staff is closer than another. */
function memberOf({ world, relation }: Cell): string {
  return relation === 'nonExistent' ? newId() : (world.callers.officer.session?.userId ?? '')
}

/** What every procedure of the router is asked; one without a row here fails the build. */
export const procedureExpectations: Record<string, Expectation> = {
  ...ownAccountExpectations,
  ...internalFormsExpectations,
  ...onBehalfExpectations,
  ...sharedFormsExpectations,
  ...portalExpectations,

  'accounts.signIn': { input: () => ({ email: 'nobody@example.org', password: 'not the password' }) },
  'accounts.register': {
    input: () => ({ email: `${newId()}@example.org`, language: 'en' }),
    always: notOnDesktop,
  },
  'accounts.findRegistration': { input: () => ({ token: 'an-unknown-link' }) },
  'accounts.completeRegistration': {
    input: () => ({
      token: 'an-unknown-link',
      name: 'N',
      password: 'a password of words',
      noticeVersion: '1',
    }),
  },
  ...signInExpectations,
  'accounts.acceptStartingCode': {
    input: () => ({ email: 'nobody@example.org', code: 'AAAA-AAAA', password: 'a password of words' }),
  },
  'accounts.me': nothing,
  'accounts.signOut': nothing,
  'accounts.listAccessSubjects': nothing,

  'childAccess.claim': {
    input: () => ({
      ...key(),
      relation: 'parentCarer',
      givenNames: 'Wren',
      familyName: 'Adeyemi',
      dateOfBirth: '2019-05-09',
      evidence: 'Her birth certificate.',
    }),
    always: notOnDesktop,
  },
  'childAccess.listMyClaims': nothing,
  'childAccess.withdrawClaim': { input: () => ({ claimId: newId() }), always: () => 'not-found' },

  'involvements.listMyChildren': nothing,
  'involvements.listMyTasks': nothing,
  'involvements.getMyChild': {
    input: (cell) => ({ personId: childOf(cell).personId }),
    then: ({ caller, relation }) => (maySeeShared(caller) && relation === 'shared' ? 'done' : 'not-found'),
  },

  'portalUsers.list': { input: () => ({}) },
  'portalUsers.get': {
    input: ({ world, relation }) => ({
      userId: relation === 'nonExistent' ? newId() : (world.callers.parentA.session?.userId ?? ''),
    }),
    then: whatExists,
  },
  'portalUsers.setDisabled': {
    input: ({ world, relation }) => ({
      userId: relation === 'nonExistent' ? newId() : (world.callers.parentA.session?.userId ?? ''),
      disabled: true,
      reason: 'Asked to by the family',
    }),
    then: whatExists,
  },
  'portalUsers.authenticate': {
    input: (cell) => ({
      ...key(),
      userId: cell.world.callers.parentA.session?.userId,
      personId: childOf(cell).personId,
      relation: 'parentCarer',
      scopes: ['progress'],
      reason: 'Birth certificate seen',
    }),
    then: ({ relation }) => {
      if (relation === 'nonExistent') return 'not-found'
      return relation === 'shared' ? 'conflict' : 'done'
    },
  },
  'portalUsers.endAccess': { input: () => ({ childAccessIds: [newId()], reason: 'Court order' }) },
  'portalUsers.listClaims': nothing,
  'portalUsers.decideClaim': {
    input: () => ({ ...key(), claimId: newId(), decision: 'refuse', reason: 'Not their child' }),
    always: () => 'not-found',
  },
  'portalUsers.viewAs': {
    input: ({ world, relation }) => ({
      userId: relation === 'nonExistent' ? newId() : (world.callers.parentA.session?.userId ?? ''),
      reason: 'A parent asked what they see',
    }),
    then: whatExists,
  },
  'portalUsers.listComingOfAge': nothing,

  ...formExpectations,
  'forms.listAvailable': nothing,

  ...peopleExpectations,
  'people.search': { input: () => ({ query: 'Canary' }) },
  'people.get': { input: (cell) => ({ personId: childOf(cell).personId }), then: whatExists },

  'submissions.start': {
    input: (cell) => ({
      ...key(),
      formId: formToStart(cell),
    }),
    then: (cell) =>
      cell.relation === 'foreign' && citizenKindOf(cell.caller.kind) ? 'not-allowed' : onlyOwn(cell),
  },
  'submissions.listMine': nothing,
  'submissions.getMine': {
    input: (cell) => ({ submissionId: draftOf(cell).submissionId }),
    then: onlyOwn,
  },
  'submissions.getMyForm': {
    input: (cell) => ({ submissionId: draftOf(cell).submissionId }),
    then: onlyOwn,
  },
  'submissions.savePage': {
    input: (cell) => ({
      submissionId: draftOf(cell).submissionId,
      pageId: formOf(cell).page.id,
      answers: { [formOf(cell).views]: 'Changed.' },
    }),
    then: onlyOwn,
  },
  'submissions.removeFile': {
    input: (cell) => {
      const { submissionId, fileId } = draftOf(cell)
      return { submissionId, fileId }
    },
    then: onlyOwn,
  },
  'submissions.cancelUpload': { input: (cell) => ({ uploadId: draftOf(cell).uploadId }), then: onlyOwn },
  'submissions.describeFile': {
    input: (cell) => {
      const { submissionId, fileId } = draftOf(cell)
      return { submissionId, fileId, description: 'The report of the school.' }
    },
    then: onlyOwn,
  },
  'submissions.publishImpact': {
    input: (cell) => ({
      formId: cell.relation === 'nonExistent' ? newId() : cell.world.forms.parents.formId,
      definition: buildForm(),
    }),
    then: whatExists,
  },
  'submissions.getKeepingPeriods': nothing,
  'submissions.setKeepingPeriods': {
    input: () => ({ before: usualKeepingPeriods, after: usualKeepingPeriods }),
  },
  'submissions.submit': {
    input: (cell) => ({ ...key(), submissionId: draftOf(cell).submissionId }),
    then: onlyOwn,
  },

  'chronology.listIncoming': nothing,
  'chronology.countIncoming': nothing,
  'chronology.getIncoming': {
    input: ({ world, relation }) => ({
      submissionId: relation === 'nonExistent' ? newId() : world.waiting.submissionId,
    }),
    then: whatExists,
  },
  'chronology.approve': {
    input: ({ world, relation }) => ({
      ...key(),
      submissionId: relation === 'nonExistent' ? newId() : world.settled.submissionId,
      version: world.settled.version,
    }),
    then: whatExists,
  },
  'chronology.list': { input: (cell) => ({ personId: childOf(cell).personId }), then: whatExists },
  'chronology.getEntry': { input: (cell) => ({ entryId: childOf(cell).entryId }), then: readableEntry },

  'chronology.explainAccess': { input: (cell) => ({ entryId: childOf(cell).entryId }), then: readableEntry },
  'chronology.changeAccess': {
    input: (cell) => ({
      ...key(),
      entryId: childOf(cell).entryId,
      ...sameList,
      reason: 'Covers for a colleague',
    }),
    // The lists of this world let nobody administer an entry.
    always: () => 'not-found',
  },

  ...suspenseExpectations,
  ...mergingExpectations,
  ...adviceExpectations,
  ...mailExpectations,
  ...addedChildrenExpectations,

  'audit.search': { input: () => ({ filter: {} }) },
  'audit.export': {
    input: () => ({ filter: {}, exportId: newId(), after: null, reason: 'Asked by the auditors' }),
  },
  'audit.alerts': nothing,
  'audit.markSeen': { input: () => ({ alertId: newId() }), always: () => 'not-found' },
  'audit.verifyState': nothing,
  'audit.findUsers': { input: () => ({ query: 'Caller' }) },
  'audit.findPeople': { input: () => ({ query: 'Canary' }) },
  'administration.listUsers': nothing,
  'administration.createUser': {
    input: () => ({ ...key(), name: 'New', email: `${newId()}@example.org`, ...noMemberships, reason: '' }),
  },
  'administration.issueStartingCode': {
    input: (cell) => ({ userId: memberOf(cell), reason: 'Lost their telephone' }),
    then: whatExists,
  },
  'administration.changeUser': {
    input: () => ({ ...key(), userId: newId(), before: naming, after: naming }),
    always: () => 'not-found',
  },
  'administration.setUserDisabled': {
    input: (cell) => ({ ...key(), userId: memberOf(cell), disabled: true, reason: 'Has left' }),
    then: whatExists,
  },
  'administration.changeMemberships': {
    input: () => ({ ...key(), userId: newId(), before: noMemberships, after: noMemberships, reason: '' }),
    always: () => 'not-found',
  },
  'administration.listGroups': nothing,
  'administration.createGroup': { input: () => ({ ...key(), name: `Group ${newId()}`, processes: [] }) },
  'administration.changeGroup': {
    input: () => ({ ...key(), groupId: newId(), before: emptyGroup, after: emptyGroup, reason: '' }),
    always: () => 'not-found',
  },
  'administration.deleteGroup': { input: () => ({ ...key(), groupId: newId() }), always: () => 'not-found' },
  'administration.listSeats': nothing,
  'administration.createSeat': { input: () => ({ ...key(), kind: 'post', name: `Post ${newId()}` }) },
  'administration.changeSeat': {
    input: () => ({
      ...key(),
      kind: 'team',
      seatId: newId(),
      before: emptySeat,
      after: emptySeat,
      reason: '',
    }),
    always: () => 'not-found',
  },
  'administration.deleteSeat': {
    input: () => ({ ...key(), kind: 'post', seatId: newId() }),
    always: () => 'not-found',
  },

  ...organisationExpectations,
}

type RouteExpectation = {
  access: string
  ask: (cell: Cell) => {
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
    url: string
    payload?: string
    headers?: Record<string, string>
  }
  then?: (cell: Cell) => Outcome
}

/** The routes that are no procedures, by method and pattern. */
export const routeExpectations: Record<string, RouteExpectation> = {
  'GET /health': { access: 'public', ask: () => ({ method: 'GET', url: '/health' }) },
  'POST /files/:submissionId/:questionId': {
    access: 'twoStepVerified',
    ask: (cell) => ({
      method: 'POST',
      url: `/files/${draftOf(cell).submissionId}/${formOf(cell).file}`,
      ...multipart('another.pdf'),
    }),
    then: onlyOwn,
  },
  'POST /internal-forms/:internalFormId/files/:questionId': {
    access: 'staff:completeForms',
    ask: (cell) => ({
      method: 'POST',
      url: `/internal-forms/${begun(cell).internalFormId}/files/${begun(cell).fileQuestionId}`,
      ...multipart('another.pdf'),
    }),
    then: onTheList,
  },
  'POST /uploads/:submissionId/:questionId': {
    access: 'twoStepVerified',
    ask: (cell) => ({
      method: 'POST',
      url: `/uploads/${draftOf(cell).submissionId}/${formOf(cell).file}`,
      headers: { ...tus, 'upload-length': '100', 'upload-metadata': 'filename YS5wZGY=' },
    }),
    then: onlyOwn,
  },
  'PATCH /uploads/:uploadId': {
    access: 'twoStepVerified',
    ask: (cell) => ({
      method: 'PATCH',
      url: `/uploads/${draftOf(cell).uploadId}`,
      payload: 'A letter.'.padEnd(100),
      headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    }),
    then: onlyOwn,
  },
  'DELETE /uploads/:uploadId': {
    access: 'twoStepVerified',
    ask: (cell) => ({ method: 'DELETE', url: `/uploads/${draftOf(cell).uploadId}`, headers: tus }),
    then: onlyOwn,
  },
  'GET /files/:fileId': {
    access: 'twoStepVerified',
    ask: (cell) => {
      const { fileId } = isPortalCaller(cell.caller) ? draftOf(cell) : childOf(cell)
      return { method: 'GET', url: `/files/${fileId}` }
    },
    then: (cell) => {
      if (isPortalCaller(cell.caller)) return onlyOwn(cell)
      const chronology = cell.caller.grants.some((grant) => /^chronology(\.read)?$/.test(grant))
      return chronology ? readableEntry(cell) : 'not-found'
    },
  },
}
