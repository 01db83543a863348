import { percentile } from '../figures.ts'
import { openConnections, send, timesOf } from '../http-load.ts'
import { findByTrigrams } from '../million/find-by-trigrams.ts'
import { signInOfficer } from '../million/sign-in-officer.ts'
import type { MadePerson } from '../matching/generate-people.ts'
import type { Row, Sides } from '../row.ts'
import type { Stage } from '../stage.ts'

const perRound = { ours: 100, peer: 20 }

export const peopleSearchRow: Row = {
  id: 'people.search',
  what: 'Searching 1,000,000 people over HTTP by what an officer types (names and beginnings of names, common and rare, dates, postcodes, and three in ten misspelt): p95, beside the twenty nearest names by pg_trgm',
  compare: 'alone',
  unit: 'ms',
  sideUnit: 'ms',
  goal: { at: 'most', value: 100 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const { stack, owner, incoming } = await stage.register()
  const agent = openConnections(1)
  const url = `${stack.serverUrl}/trpc/people.search`
  let [own, other] = [0, 0]
  return {
    ours: async () => {
      // Another one each time: the watch over reading lets nobody see more than some thousand children in an hour.
      const headers = await signInOfficer(stack, ['people.read'])
      const typed = incoming
        .slice(own, (own += perRound.ours))
        .map(({ child }, place) => typeWords(child, place))
      const tasks = typed.map((query) => () => send(agent, { url, headers, body: { query } }))
      return percentile(await timesOf(tasks, 1), 95)
    },
    peer: async () => {
      const tasks = incoming
        .slice(other, (other += perRound.peer))
        .map((child) => () => findByTrigrams(owner, child))
      return percentile(await timesOf(tasks, 1), 95)
    },
    async close() {
      agent.destroy()
    },
  }
}

/** What is typed in a search: by turns a whole name, beginnings, one name, one with the birthday, a postcode; and names misspelt. */
function typeWords({ given_names, family_name, date_of_birth, postcode }: MadePerson, place: number): string {
  const [given = ''] = given_names.split(' ')
  const ways = [
    `${given} ${family_name}`,
    `${family_name} ${given.slice(0, 2)}`,
    family_name.slice(0, 3),
    given,
    `${given.slice(0, 1)} ${family_name.slice(0, 2)}`,
    `${family_name} ${date_of_birth}`,
    postcode,
    misspell(family_name),
    `${given} ${misspell(family_name)}`,
    `${misspell(given)} ${date_of_birth}`,
  ]
  return ways[place % ways.length] ?? family_name
}

/** With two letters in its midst exchanged. */
function misspell(name: string): string {
  const place = Math.floor(name.length / 2)
  return name.slice(0, place - 1) + name.charAt(place) + name.charAt(place - 1) + name.slice(place + 1)
}
