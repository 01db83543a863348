import { setTimeout as wait } from 'node:timers/promises'
import { createRandom, type Random } from '@send/shared/values/seeded-random'
import { createTally, type Campaign } from './campaign.ts'
import { decide, deeds, doneOutcomes, type Deed } from './ground/decide.ts'
import { onGround, type Ground } from './ground/ground.ts'
import type { Person } from './ground/person.ts'
import { addSchoolChildren } from './ground/school-children.ts'
import { checkTrail, readTrail, type TrailStep } from './ground/suspense-trail.ts'

const officersEach = 3
const childrenEach = 3
const deedsEach = 12
const historiesAtOnce = 4

type History = { officers: Person[]; children: string[]; random: Random }
type Tally = ReturnType<typeof createTally>

export const historiesSuspenseCampaign: Campaign = {
  id: 'histories.suspense',
  title:
    'whatever three officers do about the same children at once, match, add, discard, bring back and undo, it is as if they had done it one after the other',
  figure: 200,
  run: ({ rounds, seed }) =>
    onGround(async (ground) => {
      const random = createRandom(seed)
      const tally = createTally()
      const faults: string[] = []
      const children = await addSchoolChildren(ground, random, rounds * childrenEach)
      for (let first = 0; first < rounds; first += historiesAtOnce) {
        const histories: History[] = []
        for (let number = first; number < Math.min(rounds, first + historiesAtOnce); number += 1)
          histories.push({
            officers: await ground.addOfficers(officersEach),
            children: children.slice(number * childrenEach, (number + 1) * childrenEach),
            random: createRandom(random.below(2 ** 31)),
          })
        const before = (await readTrail(ground)).length
        const lived = await Promise.all(histories.map((history) => live(ground, history, tally)))
        const trail = (await readTrail(ground)).slice(before)
        faults.push(...lived.flatMap((each) => each.faults))
        faults.push(
          ...compare(
            lived.flatMap(({ done }) => done),
            trail,
          ),
        )
        faults.push(...(await checkTrail(ground)))
      }
      tally.add('histories', rounds)
      return { rounds, faults, facts: tally.facts }
    }),
}

/** Lets the officers of a history do what comes to them, all at once; tells what was answered as done. */
async function live(
  ground: Ground,
  { officers, children, random }: History,
  tally: Tally,
): Promise<{ done: string[]; faults: string[] }> {
  const [done, faults]: [string[], string[]] = [[], []]
  const names = new Set(officers.map(({ name }) => name))
  await Promise.all(
    officers.map(async (officer) => {
      for (let number = 0; number < deedsEach; number += 1) {
        await wait(random.below(20))
        const [deed, child] = [random.pick(deeds), random.pick(children)]
        const answer = await decide(ground, officer, deed, child)
        if (answer.kind === 'unknown') faults.push(`${deed} was not answered: ${String(answer.error)}`)
        if (answer.kind !== 'answered') {
          tally.add(`refused as ${answer.kind === 'refused' ? answer.id : 'unknown'}`)
          continue
        }
        const { outcome, by } = answer.value
        tally.add(outcome)
        if (outcome === doneOutcomes[deed]) done.push(lineOf(child, deed, officer.name))
        if (by !== undefined && !names.has(by)) faults.push(`${officer.name} was told that it was “${by}”`)
      }
    }),
  )
  return { done, faults }
}

const actions: Record<Deed, string> = {
  addAsNew: 'suspense.addAsNew',
  match: 'suspense.match',
  discard: 'suspense.discard',
  bringBack: 'suspense.bringBack',
  undo: 'undoneMatches.undo',
}

function lineOf(child: string, deed: Deed, officer: string): string {
  return `${child} ${actions[deed]} ${officer}`
}

/** What was answered as done stands in the trail, each once, and nothing else does. */
function compare(done: string[], trail: TrailStep[]): string[] {
  const told = done.toSorted()
  const kept = trail.map(({ child, action, officer }) => `${child} ${action} ${officer}`).toSorted()
  return JSON.stringify(told) === JSON.stringify(kept)
    ? []
    : [`answered as done: ${told.join('; ')}; in the trail: ${kept.join('; ')}`]
}
