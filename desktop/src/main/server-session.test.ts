import { expect, test } from 'vitest'
import { createServerSession } from './server-session.ts'
import { openSessionVault } from './session-vault.ts'

const serverUrl = 'https://send.example.gov.uk'

function begin(isAttended = () => true) {
  const over: string[] = []
  const vault = openSessionVault({ file: '/nowhere/session', serverUrl, cipher: undefined })
  const onOver = (why: string) => void over.push(why)
  return { over, session: createServerSession({ serverUrl, vault, isAttended, onReached: () => {}, onOver }) }
}

const signInNeeded = { id: 'sign-in-needed' }

test('the window never sees a token, and the next call carries it', () => {
  const { session } = begin()
  expect(session.authorization()).toEqual({})
  expect(session.withoutToken({ outcome: 'verified', token: 'secret' })).toEqual({
    outcome: 'verified',
    token: '',
  })
  expect(session.authorization()).toEqual({ authorization: 'Bearer secret' })
})

test('what the window asks while nobody is there says so, so that it keeps no session alive', () => {
  let attended = true
  const { session } = begin(() => attended)
  session.withoutToken({ token: 'secret' })
  expect(session.authorization()).not.toHaveProperty('x-send-unattended')
  attended = false
  expect(session.authorization()).toEqual({ authorization: 'Bearer secret', 'x-send-unattended': 'yes' })
})

test('a session is over when the server no longer knows it, once for all calls that were under way', () => {
  const { over, session } = begin()
  session.withoutToken({ token: 'secret' })
  const calls = [session.begin(), session.begin()]
  for (const call of calls) call.answered(signInNeeded)
  expect(over).toEqual(['expired'])
  expect(session.authorization()).toEqual({})
})

test('a refusal for another reason, or of somebody who is not signed in, ends nothing', () => {
  const { over, session } = begin()
  session.begin().answered(signInNeeded)
  session.withoutToken({ token: 'secret' })
  session.begin().answered({ id: 'not-allowed' })
  session.begin().notReached()
  expect(over).toEqual([])
})

test('a call that the server refuses while the officer signs out does not tell of an ending once more', () => {
  const { over, session } = begin()
  session.withoutToken({ token: 'secret' })
  const polling = session.begin()
  session.leave()
  polling.answered(signInNeeded)
  expect(over).toEqual([])
  session.end()
  expect(over).toEqual(['signedOut'])
  session.withoutToken({ token: 'next' })
  session.begin().answered(signInNeeded)
  expect(over).toEqual(['signedOut', 'expired'])
})

test('a slow call of an earlier session does not end the one that came after it', () => {
  const { over, session } = begin()
  session.withoutToken({ token: 'first' })
  const slow = session.begin()
  session.withoutToken({ token: 'second' })
  slow.answered(signInNeeded)
  expect(over).toEqual([])
  expect(session.authorization()).toEqual({ authorization: 'Bearer second' })
})
