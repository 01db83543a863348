import { expect, test } from 'vitest'
import { newId } from '../values/ids.ts'
import { describeUndoneMatch } from './describe-undone-match.ts'
import { proposeAccess, type Exposure, type UndoneMatch } from './undone-match.ts'

const looked = {
  looks: 3,
  firstLook: '2026-03-02T09:00:00.000Z',
  lastLook: '2026-07-03T09:30:00.000Z',
}
const never = { looks: 0, firstLook: null, lastLook: null }
const sender = {
  childAccessId: newId(),
  userId: newId(),
  name: 'Sam Evans',
  email: 'sam@example.org',
  isSender: true,
  scopes: ['progress' as const],
  from: '2026-03-02T08:00:00.000Z',
  until: null,
  recordedSince: true,
  ...looked,
}
const family = {
  ...sender,
  childAccessId: newId(),
  userId: newId(),
  name: 'Bethan Price',
  isSender: false,
  recordedSince: false,
  until: '2026-03-05T08:00:00.000Z',
  ...never,
}
const exposure: Exposure = {
  child: { givenNames: 'Wren', familyName: 'Rees', dateOfBirth: '2018-09-04' },
  person: { givenNames: 'Wren', familyName: 'Rhys', dateOfBirth: '2018-09-05' },
  decision: 'matched',
  matchedBy: 'Nia Morgan',
  matchedAt: '2026-03-01T10:00:00.000Z',
  sender: { userId: sender.userId, name: sender.name, email: sender.email },
  forms: [
    {
      submissionId: newId(),
      reference: 'REQ-1001',
      title: 'Ask for an assessment',
      receivedOn: '2026-02-27',
      approved: { by: 'Nia Morgan', at: '2026-03-01T10:05:00.000Z' },
    },
    {
      submissionId: newId(),
      reference: 'INF-1002',
      title: 'Views',
      receivedOn: '2026-03-01',
      approved: null,
    },
  ],
  documents: [{ fileId: newId(), name: 'report.pdf', reference: 'REQ-1001' }],
  involvements: [
    {
      involvementId: newId(),
      openedAt: '2026-03-01T10:05:00.000Z',
      receivedOn: '2026-02-27',
      decisionDueOn: '2026-04-10',
    },
  ],
  portalUsers: [sender, family],
  invitations: [{ email: 'ruth@example.org', invitedAt: '2026-03-02T12:00:00.000Z' }],
  staff: [
    { userId: newId(), name: 'Owen Price', couldSee: true, taken: 1, ...looked },
    { userId: newId(), name: 'Alex Reid', couldSee: true, taken: 0, ...never },
  ],
  formsOfStaff: [{ title: 'Planning meeting', by: 'Owen Price', changedAt: '2026-03-03T10:00:00.000Z' }],
}
const undone: UndoneMatch = {
  undoneMatchId: newId(),
  incomingChildId: newId(),
  undoneBy: 'Alex Reid',
  undoneAt: '2026-07-04T09:30:00.000Z',
  reason: 'A cousin of nearly the same name',
  exposure,
  takenBack: {
    accessIds: [sender.childAccessId],
    claims: 1,
    values: [
      { field: 'postcode', before: null, imported: 'SA1 1AA', now: 'SA1 1AA', goesBack: true },
      { field: 'familyName', before: 'Rees', imported: 'Rhys', now: 'Price', goesBack: false },
      { field: 'town', before: 'Swansea', imported: 'Swansea', now: 'Swansea', goesBack: true },
    ],
    personRemoved: false,
    personHeldBy: ['otherChildren', 'formsOfStaff', 'invitations'],
  },
}

test('the log as a file says who, when, why, what was exposed to whom, and what was done', () => {
  const text = describeUndoneMatch(undone)
  for (const line of [
    'Wren Rees, matched to Wren Rhys by mistake',
    'Nia Morgan matched Wren Rees (born 4 Sept 2018) to Wren Rhys (born 5 Sept 2018), 1 Mar 2026, 10:00.',
    'Alex Reid undid it, 4 Jul 2026, 10:30.',
    'Why: A cousin of nearly the same name',
    'Forms exposed: 2',
    'Portal users who could see something: 2',
    'Portal users who looked: 1',
    'Staff who could see the forms: 2',
    'Staff who looked: 1',
    '1 access of a portal user was taken back.',
    '1 claim of a portal user waits for a decision again.',
    'The record of Wren Rhys stayed, because of another child who was matched to it, a form of staff that was begun on it and an invitation of an outside expert.',
    'Postcode went back from SA1 1AA to nothing.',
    'Family name stayed Price: it had been changed after the match had set it to Rhys.',
    'REQ-1001 Ask for an assessment: on the chronology since 1 Mar 2026, 10:05, approved by Nia Morgan',
    'INF-1002 Views: not approved yet',
    'report.pdf, with REQ-1001',
    'EHC needs assessment, opened 1 Mar 2026, 10:05, received 27 Feb 2026, decision due 10 Apr 2026',
    'Sam Evans (sam@example.org); sent the forms; could see the progress since 2 Mar 2026, 08:00; looked 3 times, first 2 Mar 2026, 09:00, last 3 Jul 2026, 10:30',
    'Bethan Price (sam@example.org); could see the progress from 2 Mar 2026, 08:00 until 5 Mar 2026, 08:00; never looked',
    'Owen Price; looked 3 times, first 2 Mar 2026, 09:00, last 3 Jul 2026, 10:30; opened or printed 1 document',
    'ruth@example.org, invited 2 Mar 2026, 12:00',
    'Planning meeting, last changed by Owen Price, 3 Mar 2026, 10:00',
  ])
    expect(text.split('\n')).toContain(line)
  // A part of an address that stayed as it was.
  expect(text).not.toContain('Swansea')
})

test('of a portal user only the sender’s access since the match is proposed to go, and all of it where the record goes', () => {
  expect(proposeAccess([sender, family], false)).toEqual([sender])
  expect(proposeAccess([{ ...sender, recordedSince: false }, family], false)).toEqual([])
  expect(proposeAccess([sender, family], true)).toEqual([sender, family])
})
