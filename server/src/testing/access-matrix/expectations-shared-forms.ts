import { newId } from '@send/shared/values/ids'
import { isPortalCaller, portalKinds, type Caller } from './callers.ts'
import type { Cell, Expectation } from './expectations.ts'
import type { Outcome } from './ladder.ts'
import { audienceOf } from './world.ts'

const key = () => ({ idempotencyKey: newId() })
const help = { role: 'view', pageIds: null }

/** The families of the matrix help with the shared form, and once helped with the unshared one. */
export function isCitizen({ kind }: Caller): boolean {
  return kind in portalKinds && portalKinds[kind as keyof typeof portalKinds] === 'citizen'
}

function isProfessional(caller: Caller): boolean {
  return isPortalCaller(caller) && !isCitizen(caller)
}

/** A form in progress in the relation: the caller's own, one that they help with, one they helped with, or another's. */
function formOf({ world, caller, relation }: Cell): { submissionId: string } {
  if (relation === 'nonExistent') return { submissionId: newId() }
  const own = world.drafts.get(caller.kind) ?? world.drafts.get('parentA')
  const { submissionId } =
    relation === 'own' && own ? own : world.helped[relation === 'own' ? 'foreign' : relation]
  return { submissionId }
}

function pageOf(cell: Cell): { submissionId: string; pageId: string } {
  const { world, caller, relation } = cell
  const form = world.forms[relation === 'own' ? audienceOf(caller.kind) : 'parents']
  return { ...formOf(cell), pageId: form.page.id }
}

const onlyOwn = ({ caller, relation }: Cell): Outcome =>
  isPortalCaller(caller) && relation === 'own' ? 'done' : 'not-found'
const onlyHelper = ({ caller, relation }: Cell): Outcome =>
  isCitizen(caller) && relation === 'shared' ? 'done' : 'not-found'
const ownerOrHelper = (cell: Cell): Outcome => (onlyOwn(cell) === 'done' ? 'done' : onlyHelper(cell))

/** What those who share a form in progress, and others, are answered. */
export const sharedFormsExpectations: Record<string, Expectation> = {
  'sharedForms.listHelpers': { input: formOf, then: onlyOwn },
  'sharedForms.listColleagues': {
    input: () => ({}),
    always: (caller) => (isProfessional(caller) ? 'done' : 'not-allowed'),
  },
  'sharedForms.invite': {
    input: (cell) => ({ ...key(), ...formOf(cell), email: `${newId()}@example.org`, ...help }),
    then: (cell) => (isCitizen(cell.caller) ? onlyOwn(cell) : 'not-allowed'),
  },
  'sharedForms.inviteColleague': {
    input: (cell) => ({ ...key(), ...formOf(cell), organisationId: newId(), userId: newId(), ...help }),
    // Nobody of the matrix is a colleague of somebody who does not exist.
    always: (caller) => (isProfessional(caller) ? 'not-found' : 'not-allowed'),
  },
  'sharedForms.changeHelp': {
    input: (cell) => ({ ...formOf(cell), helperId: newId(), ...help }),
    always: () => 'not-found',
  },
  'sharedForms.withdraw': {
    input: (cell) => ({ ...formOf(cell), helperId: newId() }),
    always: () => 'not-found',
  },
  'sharedForms.findInvitation': { input: () => ({ token: 'an-unknown-link' }) },
  'sharedForms.accept': { input: () => ({ token: 'an-unknown-link' }) },
  'sharedForms.leave': { input: formOf, then: onlyHelper },
  'sharedForms.listMine': { input: () => ({}) },
  'sharedForms.get': { input: formOf, then: onlyHelper },
  'sharedForms.savePage': { input: (cell) => ({ ...pageOf(cell), answers: {} }), then: onlyHelper },
  'sharedForms.findEnded': {
    input: pageOf,
    then: (cell) => (isCitizen(cell.caller) && cell.relation === 'unshared' ? 'done' : onlyHelper(cell)),
  },
  'sharedForms.openPage': { input: pageOf, then: ownerOrHelper },
  'sharedForms.stillHere': { input: pageOf, then: ownerOrHelper },
  'sharedForms.getActivity': { input: formOf, then: ownerOrHelper },
  'sharedForms.comment': {
    input: (cell) => ({ ...key(), ...pageOf(cell), words: 'Which school?' }),
    then: ownerOrHelper,
  },
  'sharedForms.resolveComment': {
    input: (cell) => ({ ...formOf(cell), commentId: newId(), resolved: true }),
    always: () => 'not-found',
  },
}
