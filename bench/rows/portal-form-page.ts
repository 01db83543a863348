import { openConnections, send } from '../http-load.ts'
import { percentile } from '../figures.ts'
import type { Row, Sides } from '../row.ts'
import { fillInForms, findSampleForm, openOwner, signInParents } from '../sample-parents.ts'
import type { Stage } from '../stage.ts'

const perRound = 100

export const portalFormPageRow: Row = {
  id: 'portal.form-page',
  what: 'First byte of a filled-in form page of the request for an assessment through portal, server and database, one at a time over a kept connection: its p95; beside it that of a page of the portal that asks the server for nothing about a form',
  compare: 'alone',
  unit: 'ms',
  sideUnit: 'ms',
  goal: { at: 'most', value: 15 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const stack = await stage.stack()
  const owner = openOwner(stack)
  const form = await findSampleForm(owner)
  const [started] = await fillInForms(owner, form, { parents: await signInParents(stack, 1), count: 1 })
  await owner.end()
  if (!started) throw new Error('There is no form.')
  const agent = openConnections(1)
  const headers = { cookie: started.parent.cookie }
  const pages = form.definition.pages.filter(({ questions }) => questions.some(({ type }) => type !== 'file'))

  async function firstBytes(paths: string[], mark: string): Promise<number> {
    const times: number[] = []
    for (let number = 0; number < perRound; number += 1) {
      const url = `${stack.citizenOrigin}${paths[number % paths.length] ?? ''}`
      const { body, firstByteMilliseconds } = await send(agent, { url, headers })
      if (!body.includes(mark)) throw new Error(`The portal did not show ${new URL(url).pathname}.`)
      times.push(firstByteMilliseconds)
    }
    return percentile(times, 95)
  }
  const places = pages.map(({ id }) => `/submissions/${started.submissionId}/pages/${id}`)
  return {
    ours: () => firstBytes(places, 'Save and continue'),
    peer: () => firstBytes(['/privacy'], '</html>'),
    close: async () => agent.destroy(),
  }
}
