import { setTimeout as wait } from 'node:timers/promises'
import { runVictim, victimModes } from '@send/server/testing/run-victim'
import { createRandom, type Random } from '@send/shared/values/seeded-random'
import { createTally, type Campaign } from './campaign.ts'
import { ask, get } from './ground/ask.ts'
import { onGround, type Ground } from './ground/ground.ts'
import { openJournal, type Journal } from './ground/journal.ts'
import type { Person } from './ground/person.ts'
import { newSending, sendingSteps, submit, type Sending } from './ground/sending.ts'
import { checkSubmissions } from './ground/submission-oracle.ts'

const parentsAtOnce = 6
const breaksOfDriver = 3
const breaksOfServer = 5
/** Milliseconds in which every request must be answered, one way or the other. */
const mostMilliseconds = 5000

type Tally = ReturnType<typeof createTally>
type Watch = { over: boolean; inFull: boolean; faults: string[]; tally: Tally; journal: Journal }

export const lostConnectionsCampaign: Campaign = {
  id: 'database.lost-connections',
  title: 'a lost connection costs its transaction alone: the server lives, answers in time and works on',
  figure: 60,
  run: ({ rounds, seed, inFull }) =>
    onGround(async (ground) => {
      const random = createRandom(seed)
      const tally = createTally()
      const faults = await breakDriver(ground, rounds, tally)
      const journal = openJournal(ground.folder)
      const watch: Watch = { over: false, inFull, faults, tally, journal }
      const parents = await ground.addParents(parentsAtOnce)
      const [officer] = await ground.addOfficers(1)
      if (!officer) throw new Error('There is an officer')
      const senders = parents.map((parent, index) => sendForms(ground, parent, index, watch))
      const reader = readLists(officer, watch)
      await breakServer(ground, rounds * breaksOfServer, random, tally)
      watch.over = true
      const sendings = (await Promise.all(senders)).flat()
      await reader
      if (!ground.stack.serverLives()) faults.push('the server died')
      faults.push(...(await findUnanswered(officer)))
      const byId = new Map(sendings.map((sending) => [sending.submissionId, sending.parent]))
      const sender = (submissionId: string) => byId.get(submissionId) ?? officer
      faults.push(...(await checkSubmissions(ground, journal.read(), sender)))
      tally.add('forms', sendings.length)
      journal.close()
      return { rounds, faults, facts: tally.facts }
    }),
}

/** The driver alone: its process must live, settle every promise and never commit a piece of what broke. */
async function breakDriver(ground: Ground, rounds: number, tally: Tally): Promise<string[]> {
  const faults: string[] = []
  await ground.sql`create table broken (note text not null)`
  for (let round = 0; round < rounds; round += 1) {
    const mode = victimModes[round % victimModes.length] ?? 'active'
    const { code, output } = await runVictim(ground.stack.ownerUrl, mode, breaksOfDriver)
    const well = code === 0 && output.includes('"unsettled":0,"working":true') && !output.includes('fault')
    if (!well) faults.push(`the driver, ${mode}: code ${code}, ${output.trim()}`)
    tally.add('breaks of the driver', breaksOfDriver)
  }
  const kept = await whenUp(() => ground.sql<{ note: string }[]>`select note from broken`)
  faults.push(...kept.map(({ note }) => `a statement of a broken transaction was committed: ${note}`))
  return faults
}

/** Ends backends of the server at random: mostly one, sometimes all, sometimes one by kill -9. */
async function breakServer(ground: Ground, breaks: number, random: Random, tally: Tally): Promise<void> {
  for (let count = 0; count < breaks; count += 1) {
    await wait(50 + random.below(200))
    const backends = await whenUp(
      () => ground.sql<{ pid: number }[]>`
        select pid from pg_stat_activity where application_name in ('send', 'send-jobs') and pid <> pg_backend_pid()`,
    )
    const pids = backends.map(({ pid }) => pid)
    const victim = pids[random.below(pids.length)]
    const how = random.below(20)
    if (how === 0 && victim !== undefined) {
      tally.add('backends killed, which ends every session')
      process.kill(victim, 'SIGKILL')
    } else {
      const chosen = how < 4 ? pids : pids.filter((pid) => pid === victim)
      tally.add('sessions ended', chosen.length)
      await whenUp(() => ground.sql`select pg_terminate_backend(pid) from unnest(${chosen}::int[]) as pid`)
    }
  }
}

/** Sends form after form, as a portal does that repeats what got no answer. */
async function sendForms(ground: Ground, parent: Person, index: number, watch: Watch): Promise<Sending[]> {
  const sent: Sending[] = []
  while (!watch.over) {
    const sending = newSending(ground, parent, index + sent.length * parentsAtOnce)
    for (const step of ['start', 'save', 'attach'] as const)
      await get(() => watched(watch, () => sendingSteps[step](ground, sending)))
    await get(() => watched(watch, () => submit(watch.journal, sending)))
    sent.push(sending)
  }
  return sent
}

async function readLists({ api }: Person, watch: Watch): Promise<void> {
  while (!watch.over) {
    await ask(() => watched(watch, () => api.suspense.list.query({})))
    await ask(() => watched(watch, () => api.chronology.listIncoming.query({})))
  }
}

/** Counts a request, and tells on it when it was neither answered nor refused in time. */
async function watched<T>({ inFull, faults, tally }: Watch, request: () => Promise<T>): Promise<T> {
  tally.add('requests')
  const started = performance.now()
  const answer = await ask(request)
  if (performance.now() - started >= mostMilliseconds) {
    tally.add('requests that were not answered in five seconds')
    if (inFull) faults.push('a request was not answered in five seconds')
  }
  if (answer.kind === 'answered') return answer.value
  if (answer.kind === 'unknown') tally.add('requests that were told to come again')
  throw answer.error
}

/** Afterwards everything must be answered at the first try, more at once than the pool has connections. */
async function findUnanswered({ api }: Person): Promise<string[]> {
  await wait(1000)
  const answers = await Promise.all(Array.from({ length: 40 }, () => ask(() => api.suspense.list.query({}))))
  const bad = answers.filter(({ kind }) => kind !== 'answered')
  return bad.length === 0 ? [] : [`afterwards ${bad.length} of 40 requests were not answered`]
}

/** After a crash PostgreSQL needs a moment, and the connection that looks on was ended like the others. */
async function whenUp<T>(question: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await question()
    } catch (error) {
      if (attempt > 100) throw error
      await wait(100)
    }
  }
}
