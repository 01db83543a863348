import { newId } from '@send/shared/values/ids'
import { median } from '../figures.ts'
import { openConnections, send } from '../http-load.ts'
import type { Row, Sides } from '../row.ts'
import { fillInForms, findSampleForm, openOwner, signInParents } from '../sample-parents.ts'
import type { Stage } from '../stage.ts'

const perRound = 200

export const auditWriteRow: Row = {
  id: 'audit.write',
  what: 'Part of the time of sending a form of 30 answers that goes into its line of the audit trail: sent with it and without it in turn, one at a time',
  compare: 'part',
  unit: 'share',
  sideUnit: 'ms',
  goal: { at: 'most', value: 0.15 },
  prepare,
}

const procedures = { ours: 'trpc/submissions.submit', peer: 'bench/house/submitUnaudited' } as const
type Side = keyof typeof procedures

async function prepare(stage: Stage): Promise<Sides> {
  const stack = await stage.stack()
  const owner = openOwner(stack)
  const agent = openConnections(1)
  const form = await findSampleForm(owner)
  const parents = await signInParents(stack, 20)

  async function takePass(): Promise<Map<Side, number>> {
    const forms = await fillInForms(owner, form, { parents, count: 2 * perRound })
    const times: Record<Side, number[]> = { ours: [], peer: [] }
    for (const [index, { submissionId, parent }] of forms.entries()) {
      const side = index % 2 === 0 ? 'ours' : 'peer'
      const body = { idempotencyKey: newId(), submissionId }
      const url = `${stack.serverUrl}/${procedures[side]}`
      const started = performance.now()
      const answer = (await send(agent, { url, headers: parent.headers, body })).body.toString()
      times[side].push(performance.now() - started)
      if (!answer.includes('"outcome":"received"')) throw new Error(`A form was not received: ${answer}`)
    }
    return new Map([
      ['ours', median(times.ours)],
      ['peer', median(times.peer)],
    ])
  }

  // A line costs less than what the machine does from one second to the next: both sides come from the same pass.
  let pass = new Map<Side, number>()
  const figureOf = (side: Side) => async () => {
    if (!pass.has(side)) pass = await takePass()
    const figure = pass.get(side) ?? Number.NaN
    pass.delete(side)
    return figure
  }
  return {
    ours: figureOf('ours'),
    peer: figureOf('peer'),
    async close() {
      agent.destroy()
      await owner.end()
    },
  }
}
