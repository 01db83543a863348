import { newId } from '@send/shared/values/ids'
import postgres from 'postgres'
import { openConnections, ratePerSecond, send } from '../http-load.ts'
import type { Row, Sides } from '../row.ts'
import { fillInForms, findSampleForm, openOwner, signInParents } from '../sample-parents.ts'
import type { Stage } from '../stage.ts'

const atOnce = 20
const perRound = 400

export const submissionsAcceptRow: Row = {
  id: 'submissions.accept',
  what: `Sending a form of 30 answers (HTTP, session, validation, store, audit, job, one durable transaction) as a share of a procedure of the same server that only inserts the same JSON, ${atOnce} at once`,
  compare: 'share',
  unit: 'share',
  sideUnit: 'requests/s',
  goal: { at: 'least', value: 0.4 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const stack = await stage.stack()
  const owner = openOwner(stack)
  await owner.unsafe(`
    create table bench_inserts (id uuid primary key, document jsonb not null);
    grant insert on bench_inserts to send_app`)
  const driver = postgres(stack.appUrl, { max: atOnce, onnotice: () => {} })
  const agent = openConnections(atOnce)
  const form = await findSampleForm(owner)
  const parents = await signInParents(stack, atOnce)
  const numbers = Array.from({ length: perRound }, (_, index) => index)

  async function accept(): Promise<number> {
    const forms = await fillInForms(owner, form, { parents, count: perRound })
    const url = `${stack.serverUrl}/trpc/submissions.submit`
    const tasks = forms.map(({ submissionId, parent: { headers } }) => async () => {
      const body = { idempotencyKey: newId(), submissionId }
      const answer = (await send(agent, { url, headers, body })).body.toString()
      if (!answer.includes('"outcome":"received"')) throw new Error(`A form was not received: ${answer}`)
    })
    return ratePerSecond(tasks, atOnce)
  }

  const insertBy = (procedure: string) => () =>
    send(agent, {
      url: `${stack.serverUrl}/bench/${procedure}`,
      body: { id: newId(), document: form.answers },
    })
  const driverAlone = () =>
    driver`insert into bench_inserts values (${newId()}, ${driver.json(form.answers)})`.execute()
  const rateOf = (insert: () => Promise<unknown>) => () =>
    ratePerSecond(
      numbers.map(() => insert),
      atOnce,
    )
  return {
    ours: accept,
    peer: rateOf(insertBy('house/insert')),
    beside: {
      'a procedure without even a transaction': rateOf(insertBy('bare/insert')),
      'the driver alone': rateOf(driverAlone),
    },
    async close() {
      agent.destroy()
      await Promise.all([owner.end(), driver.end()])
    },
  }
}
