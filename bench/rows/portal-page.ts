import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { median } from '../figures.ts'
import { openConnections, send, type Call } from '../http-load.ts'
import type { Row, Sides } from '../row.ts'
import { fillInForms, findSampleForm, openOwner, signInParents } from '../sample-parents.ts'
import type { Stage } from '../stage.ts'
import { startStaticServer } from '../start-static-server.ts'

const perRound = 40

export const portalPageRow: Row = {
  id: 'portal.page',
  what: 'First byte of a filled-in form page, through portal, server and database, beyond that of a static file of the same bytes; one at a time over kept connections',
  compare: 'beyond',
  unit: 'ms',
  sideUnit: 'ms',
  goal: { at: 'most', value: 15 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const stack = await stage.stack()
  const owner = openOwner(stack)
  const form = await findSampleForm(owner)
  const parents = await signInParents(stack, 1)
  const [started] = await fillInForms(owner, form, { parents, count: 1 })
  await owner.end()
  // The page with the longest texts.
  const page = form.definition.pages.find(({ questions }) =>
    questions.some(({ type }) => type === 'longText'),
  )
  if (!started || !page) throw new Error('The sample form has no page with a long text.')
  const formPage: Call = {
    url: `${stack.citizenOrigin}/submissions/${started.submissionId}/pages/${page.id}`,
    headers: { cookie: started.parent.cookie },
  }
  const agent = openConnections(1)
  const { body } = await send(agent, formPage)
  if (!body.includes('<textarea')) throw new Error('The portal did not show the form page.')

  const file = path.join(stage.folder, 'page.html')
  await writeFile(file, body)
  const staticServer = await startStaticServer(file)
  const staticPage: Call = { url: staticServer.url }

  async function firstByte(call: Call): Promise<number> {
    const times: number[] = []
    for (let number = 0; number < perRound; number += 1)
      times.push((await send(agent, call)).firstByteMilliseconds)
    return median(times)
  }
  return {
    ours: () => firstByte(formPage),
    peer: () => firstByte(staticPage),
    async close() {
      agent.destroy()
      await staticServer.stop()
    },
  }
}
