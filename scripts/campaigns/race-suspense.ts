import { createRandom, type Random } from '@send/shared/values/seeded-random'
import { createTally, type Campaign } from './campaign.ts'
import { decide, doneOutcomes, type Deed, type Outcome } from './ground/decide.ts'
import { onGround, type Ground } from './ground/ground.ts'
import type { Person } from './ground/person.ts'
import { addSchoolChildren } from './ground/school-children.ts'
import { checkTrail } from './ground/suspense-trail.ts'

const officersAtOnce = 8
const decisions: readonly Deed[] = ['addAsNew', 'addAsNew', 'match', 'discard']

type Decided = { officer: string; done: boolean; by: string | undefined; outcome: string }

export const raceSuspenseCampaign: Campaign = {
  id: 'race.suspense',
  title:
    'of eight officers who work through one queue at once exactly one decides each child, and the others are told who',
  figure: 1000,
  run: ({ rounds, seed }) =>
    onGround(async (ground) => {
      const random = createRandom(seed)
      const tally = createTally()
      const children = await addSchoolChildren(ground, random, rounds)
      const officers = await ground.addOfficers(officersAtOnce)
      const decided = new Map<string, Decided[]>(children.map((id) => [id, []]))
      const queue = shuffle(random, children)
      // Half of them go the same way and meet at every child, the others meet by chance.
      const ways = officers.map((_officer, place) => (place % 2 === 0 ? queue : shuffle(random, children)))
      await Promise.all(
        officers.map(async (officer, place) => {
          for (const id of ways[place] ?? []) {
            const made = await decideOnce(ground, officer, random.pick(decisions), id)
            tally.add(made.done ? 'decisions made' : 'decisions that came too late')
            decided.get(id)?.push(made)
          }
        }),
      )
      const faults = children.flatMap((id) => judge(id, decided.get(id) ?? []))
      faults.push(...(await checkTrail(ground)))
      tally.add('children', children.length)
      return { rounds, faults, facts: tally.facts }
    }),
}

/** Decides, again where another change came in between; where nobody is on record yet, the child is added. */
async function decideOnce(ground: Ground, officer: Person, deed: Deed, id: string): Promise<Decided> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const answer = await decide(ground, officer, deed, id)
    if (answer.kind === 'refused' && answer.id === 'conflict') continue
    const outcome: Outcome = answer.kind === 'answered' ? answer.value : { outcome: JSON.stringify(answer) }
    if (outcome.outcome === 'nobodyOnRecord') return decideOnce(ground, officer, 'addAsNew', id)
    const done = outcome.outcome === doneOutcomes[deed]
    return { officer: officer.name, done, by: outcome.by, outcome: outcome.outcome }
  }
  return { officer: officer.name, done: false, by: undefined, outcome: 'always a conflict' }
}

/** One of them decided, and each of the others was told who. */
function judge(id: string, made: Decided[]): string[] {
  const winners = made.filter(({ done }) => done)
  const [winner] = winners
  const told = made.filter(({ done, by }) => !done && by === winner?.officer)
  return winners.length === 1 && told.length === officersAtOnce - 1
    ? []
    : [`the child ${id} was decided so: ${JSON.stringify(made)}`]
}

function shuffle<T>(random: Random, values: readonly T[]): T[] {
  const left = [...values]
  const shuffled: T[] = []
  while (left.length > 0) shuffled.push(...left.splice(random.below(left.length), 1))
  return shuffled
}
