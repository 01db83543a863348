import { newId } from '@send/shared/values/ids'
import { people } from '@send/server/people/tables'
import { buildPortalSession } from '@send/server/testing/build-sessions'
import { createRandom, type Random } from '@send/shared/values/seeded-random'
import { createTally, type Campaign } from './campaign.ts'
import { ask, get } from './ground/ask.ts'
import { onGround, type Ground } from './ground/ground.ts'
import { createPerson, type Person } from './ground/person.ts'

const readersAtOnce = 10
/** Sent by every reader after the end was answered. */
const laterTries = 2
const reason = 'The campaign ends it'

const endings = ['un-authenticated', 'disabled', 'signed out'] as const
type Ending = (typeof endings)[number]
type Tally = ReturnType<typeof createTally>
/** A parent who sees a child, through a session that is due to be prolonged by the next request. */
type Seeing = { parent: Person; personId: string; childAccessId: string }

export const raceAccessEndedCampaign: Campaign = {
  id: 'race.access-ended',
  title:
    'not one request is answered that is sent after un-authenticating, disabling or signing out was answered',
  figure: 60,
  run: ({ rounds, seed }) =>
    onGround(async (ground) => {
      const random = createRandom(seed)
      const tally = createTally()
      const faults: string[] = []
      const [officer] = await ground.addOfficers(1)
      if (!officer) throw new Error('A ground has officers')
      for (let round = 0; round < rounds; round += 1) {
        const ending = endings[round % endings.length] ?? 'disabled'
        const seeing = await letSee(ground, officer)
        const successes = await raceEnding({ officer, seeing, ending, random, tally })
        if (successes > 0) faults.push(`${successes} requests were answered after a parent was ${ending}`)
        faults.push(...(await checkSessions(ground, seeing, ending)))
      }
      return { rounds, faults, facts: tally.facts }
    }),
}

async function letSee(ground: Ground, officer: Person): Promise<Seeing> {
  const clock = { now: () => new Date(Date.now() - 60_000) } // last used a minute ago: every request may prolong it
  const session = await buildPortalSession({ ...ground.accounts, clock }, 'citizen')
  const parent = createPerson(ground.stack, session, 'Sam Evans')
  const personId = newId()
  const names = {
    givenNames: 'Amira',
    familyName: 'Khan',
    foldedGivenNames: 'amira',
    foldedFamilyName: 'khan',
  }
  await ground.accounts.ownerDatabase.insert(people).values({ id: personId, ...names, createdAt: new Date() })
  const access = { userId: parent.userId, personId, relation: 'parentCarer' as const, reason }
  const idempotencyKey = newId()
  const { childAccessId } = await get(() =>
    officer.api.portalUsers.authenticate.mutate({ idempotencyKey, ...access, scopes: ['progress'] }),
  )
  return { parent, personId, childAccessId }
}

/** Lets readers ask without a pause while the end is asked for; how many were answered that were sent after it. */
async function raceEnding(race: {
  officer: Person
  seeing: Seeing
  ending: Ending
  random: Random
  tally: Tally
}): Promise<number> {
  const { officer, seeing, ending, random, tally } = race
  const toAnswer = random.below(4 * readersAtOnce)
  let [answered, over, successes] = [0, false, 0]
  let reach = () => {}
  const reached = new Promise<void>((resolve) => (reach = resolve))
  async function read(request: () => Promise<unknown>): Promise<void> {
    for (let later = 0; later < laterTries;) {
      const sentAfter = over
      const { kind } = await ask(request)
      if (sentAfter) {
        later += 1
        tally.add('requests sent after the end')
        if (kind === 'answered') successes += 1
        if (kind === 'unknown') throw new Error('A request got neither an answer nor a refusal')
      } else {
        tally.add(over ? `requests under way at the end, ${kind}` : `requests before the end, ${kind}`)
        answered += 1
        if (answered >= toAnswer) reach()
      }
    }
  }
  const readers = Array.from({ length: readersAtOnce }, (_, index) => read(requestOf(seeing, ending, index)))
  await Promise.race([reached, Promise.all(readers)])
  await get(() => end(officer, seeing, ending))
  over = true
  await Promise.all(readers)
  tally.add(`parents ${ending}`)
  return successes
}

/** Whoever is only un-authenticated stays signed in, so there the child alone is asked for. */
function requestOf({ parent: { api }, personId }: Seeing, ending: Ending, index: number) {
  return ending === 'un-authenticated' || index % 2 === 0
    ? () => api.involvements.getMyChild.query({ personId })
    : () => api.accounts.me.query({})
}

async function end(officer: Person, seeing: Seeing, ending: Ending): Promise<void> {
  const { parent, childAccessId } = seeing
  if (ending === 'un-authenticated')
    await officer.api.portalUsers.endAccess.mutate({ childAccessIds: [childAccessId], reason })
  else if (ending === 'disabled')
    await officer.api.portalUsers.setDisabled.mutate({ userId: parent.userId, disabled: true, reason })
  else await parent.api.accounts.signOut.mutate({})
}

/** A session must be left of whoever was un-authenticated, and of nobody else. */
async function checkSessions({ sql }: Ground, { parent }: Seeing, ending: Ending): Promise<string[]> {
  const left = await sql`select from sessions where user_id = ${parent.userId}`
  const expected = ending === 'un-authenticated' ? 1 : 0
  return left.length === expected ? [] : [`a parent who was ${ending} has ${left.length} sessions left`]
}
