import { setTimeout as wait } from 'node:timers/promises'
import { createRandom, type Random } from '@send/shared/values/seeded-random'
import { createTally, type Campaign } from './campaign.ts'
import { createAim, type Aim } from './ground/aim.ts'
import { get, type Answer } from './ground/ask.ts'
import { killDuring, onGround, type Ground } from './ground/ground.ts'
import { openJournal, type Journal } from './ground/journal.ts'
import { newSending, sendingSteps, submit, type Sending } from './ground/sending.ts'
import { checkSubmissions, waitForJobs } from './ground/submission-oracle.ts'

const parentsAtOnce = 8
/** Where the server is killed; twice as often in the moment of submitting, which is what everybody fears for. */
const moments = ['start', 'save', 'attach', 'submit', 'submit', 'hold'] as const
type Moment = (typeof moments)[number]
type Aims = Record<Exclude<Moment, 'hold'>, Aim>

export const killSubmitCampaign: Campaign = {
  id: 'kill.submit',
  title: 'nothing that was acknowledged to a parent is lost or doubled when the server is killed',
  figure: 200,
  run: ({ rounds, seed }) =>
    onGround(async (ground) => {
      const random = createRandom(seed)
      const aims: Aims = {
        start: createAim(random),
        save: createAim(random),
        attach: createAim(random),
        submit: createAim(random),
      }
      const tally = createTally()
      const journal = openJournal(ground.folder)
      const parents = await ground.addParents(parentsAtOnce)
      const sendings: Sending[] = []
      for (let round = 0; round < rounds; round += 1) {
        const wave = parents.map((parent, index) => newSending(ground, parent, round * parentsAtOnce + index))
        sendings.push(...wave)
        const moment = random.pick(moments)
        tally.add(`killed in ${moment}`)
        for (const answer of await sendWave(ground, journal, wave, { moment, random, aims }))
          tally.add(
            answer.kind === 'unknown' ? 'requests without an answer' : 'requests answered before the kill',
          )
      }
      const senders = new Map(sendings.map(({ submissionId, parent }) => [submissionId, parent]))
      const sender = (submissionId: string) => {
        const parent = senders.get(submissionId)
        if (!parent) throw new Error(`Nobody sent ${submissionId}`)
        return parent
      }
      const started = performance.now()
      await waitForJobs(ground)
      tally.add('seconds until the last job was done', Math.round((performance.now() - started) / 1000))
      const faults = await checkSubmissions(ground, journal.read(), sender)
      const [stored] = await ground.sql<{ number: number }[]>`select count(*)::int as number from submissions`
      if (stored?.number !== sendings.length)
        faults.push(`${sendings.length} forms were started and ${stored?.number} are stored`)
      tally.add('forms', sendings.length)
      journal.close()
      if (!tally.facts['requests without an answer']) faults.push('no kill came in the midst of a request')
      return { rounds, faults, facts: tally.facts }
    }),
}

/** Takes every form of a wave from its start to its receipt; the server dies once, in the moment given. */
async function sendWave(
  ground: Ground,
  journal: Journal,
  wave: Sending[],
  kill: { moment: Moment; random: Random; aims: Aims },
): Promise<Answer<void>[]> {
  const steps = { ...sendingSteps, submit: (_ground: Ground, sending: Sending) => submit(journal, sending) }
  let answers: Answer<void>[] = []
  for (const name of ['start', 'save', 'attach', 'submit'] as const) {
    const requests = wave.map((sending) => () => steps[name](ground, sending))
    if (name === kill.moment) {
      answers = await killDuring(ground, kill.aims[name], requests)
      await ground.stack.startServer()
    }
    // Also what was answered is asked again: a repeat must change nothing.
    await Promise.all(requests.map((request) => get(request)))
  }
  if (kill.moment === 'hold') {
    await wait(kill.random.next() * 600) // milliseconds; within them the jobs are fetched and run
    await ground.stack.killServer()
    await ground.stack.startServer()
  }
  return answers
}
