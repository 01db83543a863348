import { newId } from '@send/shared/values/ids'
import type { Caller } from './callers.ts'
import type { Expectation } from './expectations.ts'
import type { Outcome } from './ladder.ts'

/** Staff accounts are the authority's: their owners neither see nor change them here. */
const portalOnly = ({ session }: Caller): Outcome => (session?.face === 'desktop' ? 'not-allowed' : 'done')
const nothing = { input: () => ({}), always: portalOnly } satisfies Expectation

/** One's own account, and what the officers decide of portal users. */
export const ownAccountExpectations: Record<string, Expectation> = {
  'ownAccount.get': nothing,
  'ownAccount.setDetails': {
    input: () => ({ name: 'Sam', phone: null, jobTitle: null, language: 'en' }),
    always: portalOnly,
  },
  'ownAccount.changePassword': {
    input: () => ({ oldPassword: 'not the password', newPassword: 'nobody knows this one' }),
    always: portalOnly,
  },
  'ownAccount.requestEmailChange': {
    input: () => ({ email: `${newId()}@example.org` }),
    always: portalOnly,
  },
  'ownAccount.findEmailChange': { input: () => ({ token: 'an-unknown-link' }), always: portalOnly },
  'ownAccount.confirmEmailChange': { input: () => ({ token: 'an-unknown-link' }), always: portalOnly },
  'ownAccount.listSessions': nothing,
  'ownAccount.endSession': {
    input: () => ({ sessionId: newId() }),
    always: (caller) => (portalOnly(caller) === 'done' ? 'not-found' : 'not-allowed'),
  },
  'ownAccount.endOtherSessions': nothing,
  'ownAccount.close': nothing,
  'submissions.exportMine': { input: () => ({}), always: portalOnly },

  'portalUsers.listActiveAccess': { input: () => ({ userIds: [newId()] }) },
  'portalUsers.decideComingOfAge': {
    input: () => ({
      idempotencyKey: newId(),
      childAccessId: newId(),
      decision: 'end',
      reason: 'The young person asked for it',
    }),
    always: () => 'not-found',
  },
}
