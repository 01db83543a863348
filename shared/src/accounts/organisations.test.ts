import { expect, test } from 'vitest'
import {
  canInMembership,
  invitationState,
  isLastLead,
  membershipLifecycle,
  type MembershipAction,
  type MembershipActor,
} from './organisations.ts'

const actors: MembershipActor[] = ['self', 'holder', 'lead', 'authority']
const actions: MembershipAction[] = [
  'ask',
  'takeBack',
  'decide',
  'join',
  'leave',
  'remove',
  'changeRole',
  'appointLead',
]

test('nobody decides about their own request, and only the authority appoints somebody who is no member', () => {
  for (const state of ['none', 'asked', 'active', 'refused', 'left'] as const) {
    expect(canInMembership(state, 'decide', 'self')).toBe(false)
    expect(actors.filter((who) => canInMembership(state, 'appointLead', who))).toEqual(['authority'])
  }
  expect(canInMembership('asked', 'decide', 'lead')).toBe(true)
  expect(canInMembership('active', 'decide', 'lead')).toBe(false)
})

test('every action is open in some state, and leaving or removing only in an active membership', () => {
  for (const action of actions) {
    const states = Object.entries(membershipLifecycle).filter(([, open]) => action in open)
    expect(states.length, action).toBeGreaterThan(0)
  }
  for (const state of ['none', 'asked', 'refused', 'left'] as const) {
    expect(canInMembership(state, 'leave', 'self')).toBe(false)
    expect(canInMembership(state, 'remove', 'lead')).toBe(false)
  }
})

test('the last lead is who leaves others without one', () => {
  const ann = { userId: 'ann', role: 'lead' as const }
  const ben = { userId: 'ben', role: 'member' as const }
  expect(isLastLead([ann, ben], 'ann')).toBe(true)
  expect(isLastLead([ann, ben], 'ben')).toBe(false)
  expect(isLastLead([ann, { ...ben, role: 'lead' }], 'ann')).toBe(false)
  expect(isLastLead([ann], 'ann')).toBe(false)
})

test('an invitation is open until it is used, withdrawn or over, to the moment', () => {
  const now = '2026-03-02T09:00:00.000Z'
  const open = { usedAt: null, withdrawnAt: null, expiresAt: '2026-03-02T09:00:00.001Z' }
  expect(invitationState(open, now)).toBe('open')
  expect(invitationState({ ...open, expiresAt: now }, now)).toBe('expired')
  expect(invitationState({ ...open, withdrawnAt: now }, now)).toBe('withdrawn')
  expect(invitationState({ ...open, usedAt: now, withdrawnAt: now }, now)).toBe('used')
})
