import { newId } from '@send/shared/values/ids'
import type { Expectation } from './expectations.ts'

const act = () => ({ idempotencyKey: newId(), mailId: newId() })

/** What the procedures of e-mails that did not arrive are asked; there is none in this world. */
export const mailExpectations: Record<string, Expectation> = {
  'mails.listFailed': { input: () => ({ dealtWith: false }) },
  'mails.countFailed': { input: () => ({}) },
  'mails.sendAgain': { input: act, always: () => 'not-found' },
  'mails.markDealtWith': {
    input: () => ({ ...act(), note: 'Rang the family' }),
    always: () => 'not-found',
  },
}
