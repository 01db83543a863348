import { houseMethods } from '@send/shared/accounts/second-step-methods'
import { newId } from '@send/shared/values/ids'
import { usualFileSettings } from '@send/shared/submissions/file-settings'
import type { Caller } from './callers.ts'
import type { Expectation } from './expectations.ts'
import type { Outcome } from './ladder.ts'

const key = () => ({ idempotencyKey: newId() })
const nothing = { input: () => ({}) } satisfies Expectation
const notOnDesktop = ({ session }: Caller): Outcome => (session?.face === 'desktop' ? 'not-allowed' : 'done')
const onlyHalf = ({ kind }: Caller): Outcome => (kind === 'halfSignedIn' ? 'done' : 'not-allowed')
const nobody = (): Outcome => 'not-allowed'
const unknown = (): Outcome => 'not-found'
const passkey = { id: 'AA', rawId: 'AA', type: 'public-key', clientExtensionResults: {} }

/** What the procedures of signing in and of second steps are asked; every caller has just given the password. */
export const signInExpectations: Record<string, Expectation> = {
  'accounts.requestPasswordReset': {
    input: () => ({ email: `${newId()}@example.org`, language: 'en' }),
    always: notOnDesktop,
  },
  'accounts.findPasswordReset': { input: () => ({ token: 'an-unknown-link' }) },
  'accounts.resetPassword': {
    input: () => ({ token: 'an-unknown-link', password: 'a password of words' }),
  },
  'accounts.beginTotp': nothing,
  'accounts.sendEmailCode': { ...nothing, always: notOnDesktop },
  'accounts.verifySecondStep': { input: () => ({ method: 'totp', code: '000000' }), always: onlyHalf },
  'accounts.reauthenticate': { input: () => ({ password: 'not the password' }) },

  'secondSteps.mine': nothing,
  'secondSteps.beginPasskeySignIn': { ...nothing, always: nobody },
  'secondSteps.askRecovery': { ...nothing, always: nobody },
  'secondSteps.cancelRecovery': { input: () => ({ token: `${newId()}.${'0'.repeat(64)}` }) },
  'secondSteps.overview': nothing,
  'secondSteps.makeRecoveryCodes': nothing,
  'secondSteps.confirmTotp': { input: () => ({ code: '000000' }) },
  'secondSteps.removeTotp': nothing,
  'secondSteps.beginPasskeyRegistration': { ...nothing, always: notOnDesktop },
  'secondSteps.registerPasskey': {
    input: () => ({
      response: { ...passkey, response: { clientDataJSON: 'AA', attestationObject: 'AA' } },
      name: 'A phone',
    }),
    always: notOnDesktop,
  },
  'secondSteps.renamePasskey': {
    input: () => ({ passkeyId: newId(), name: 'A phone' }),
    always: unknown,
  },
  'secondSteps.removePasskey': { input: () => ({ passkeyId: newId() }), always: unknown },
  'secondSteps.getPolicy': nothing,
  'secondSteps.setPolicy': {
    input: () => ({ kind: 'citizen', before: houseMethods, methods: houseMethods }),
  },
  'files.getSettings': nothing,
  'files.setSettings': {
    input: () => ({ before: { ...usualFileSettings, staffOpenUnscanned: true }, after: usualFileSettings }),
  },
  'secondSteps.listRecoveries': nothing,
  'secondSteps.countRecoveries': nothing,
  'secondSteps.decideRecovery': {
    input: () => ({ ...key(), recoveryId: newId(), decision: 'refuse', reason: 'Not known here' }),
    always: unknown,
  },
  'secondSteps.reset': {
    input: ({ world, relation }) => ({
      ...key(),
      userId: relation === 'nonExistent' ? newId() : (world.callers.parentA.session?.userId ?? ''),
      reason: 'Came to the office',
    }),
    then: ({ relation }) => (relation === 'nonExistent' ? 'not-found' : 'done'),
  },
}
