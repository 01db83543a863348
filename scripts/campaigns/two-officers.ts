import { newId } from '@send/shared/values/ids'
import { createTally, type Campaign } from './campaign.ts'
import { ask, type Answer } from './ground/ask.ts'
import { onGround } from './ground/ground.ts'
import { holdChildren, type HeldChild } from './ground/held-children.ts'
import { checkImports } from './ground/import-oracle.ts'
import type { Person } from './ground/person.ts'
import type { Sending } from './ground/sending.ts'

const officersAtOnce = 8
const childrenAtOnce = 4
const repeatsAtOnce = 10

export const twoOfficersCampaign: Campaign = {
  id: 'race.two-officers',
  title: 'of eight officers at one child exactly one wins, and of ten equal requests one does the work',
  figure: 200,
  run: ({ rounds }) =>
    onGround(async (ground) => {
      const tally = createTally()
      const faults: string[] = []
      const officers = await ground.addOfficers(officersAtOnce)
      const held = await holdChildren(ground, rounds, async (sending) => {
        faults.push(...(await submitAtOnce(sending)))
        tally.add('equal requests', repeatsAtOnce)
      })
      for (let first = 0; first < held.length; first += childrenAtOnce) {
        const children = held.slice(first, first + childrenAtOnce)
        for (const step of [addAtOnce, approveAtOnce]) {
          const found = await Promise.all(children.map((child) => step(officers, child)))
          faults.push(...found.flat())
          tally.add('decisions asked for', children.length * officersAtOnce)
        }
      }
      faults.push(...(await checkImports(ground)))
      tally.add('children', held.length)
      return { rounds, faults, facts: tally.facts }
    }),
}

/** One key, one body, many times: one receipt. The key stands on its form: with another form it opens nothing. */
async function submitAtOnce({ parent, submissionId, submitKey }: Sending): Promise<string[]> {
  const send = (id: string) =>
    ask(() => parent.api.submissions.submit.mutate({ idempotencyKey: submitKey, submissionId: id }))
  const answers = await Promise.all(Array.from({ length: repeatsAtOnce }, () => send(submissionId)))
  const different = new Set(answers.map((answer) => JSON.stringify(answer)))
  const [only] = answers
  const faults: string[] = []
  if (different.size !== 1 || only?.kind !== 'answered' || only.value.outcome !== 'received')
    faults.push(`${repeatsAtOnce} equal requests were answered ${[...different].join(' and ')}`)
  const other = await send(newId())
  if (other.kind !== 'refused' || other.id !== 'not-found')
    faults.push(`a key used again for another form is answered ${JSON.stringify(other)}`)
  return faults
}

async function addAtOnce(officers: Person[], child: HeldChild): Promise<string[]> {
  const { incomingChildId, version } = child
  const answers = await Promise.all(
    officers.map(({ api }) =>
      ask(() => api.suspense.addAsNew.mutate({ idempotencyKey: newId(), incomingChildId, version })),
    ),
  )
  return findFaults(officers, answers, 'settled')
}

async function approveAtOnce(officers: Person[], { submissionId }: HeldChild): Promise<string[]> {
  const [officer] = officers
  const incoming = await ask(async () => officer?.api.chronology.getIncoming.query({ submissionId }))
  const version = incoming.kind === 'answered' ? incoming.value?.version : undefined
  if (version === undefined) return [`the form ${submissionId} cannot be read`]
  const answers = await Promise.all(
    officers.map(({ api }) =>
      ask(() => api.chronology.approve.mutate({ idempotencyKey: newId(), submissionId, version })),
    ),
  )
  return findFaults(officers, answers, 'approved')
}

type Decided = { outcome: string } | { outcome: 'alreadyHandled'; by: string }

/** One winner, and everybody else is told the winner's name. */
function findFaults(officers: Person[], answers: Answer<Decided>[], won: string): string[] {
  const outcomes = answers.map((answer) => (answer.kind === 'answered' ? answer.value : answer))
  const winners = officers.filter((_officer, index) => {
    const outcome = outcomes[index]
    return outcome !== undefined && 'outcome' in outcome && outcome.outcome === won
  })
  const told = outcomes.filter((outcome) => 'by' in outcome && outcome.by === winners[0]?.name)
  const well = winners.length === 1 && told.length === officers.length - 1
  return well ? [] : [`of ${officers.length} officers at once: ${JSON.stringify(outcomes)}`]
}
