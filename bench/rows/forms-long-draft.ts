import type { Page } from '@send/shared/forms/form-definition'
import { buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { median } from '../figures.ts'
import { openConnections, send } from '../http-load.ts'
import { publishPages } from '../publish-pages.ts'
import type { Row, Sides } from '../row.ts'
import { fillInForms, openOwner, signInParents } from '../sample-parents.ts'
import type { Stage } from '../stage.ts'

const perRound = 20
/** On the page that is opened, and on each of the others: a form has a hundred pages at most. */
const [onLastPage, onOtherPages] = [20, 22]

export const formsLongDraftRow: Row = {
  id: 'forms.long-draft',
  what: 'Opening a draft of 2,000 answers at a page of 20 questions, through portal, server and database, as a multiple of opening one of 20 answers at its only page of 20',
  compare: 'share',
  unit: 'times',
  sideUnit: 'ms',
  goal: { at: 'most', value: 3 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const stack = await stage.stack()
  const owner = openOwner(stack)
  const parents = await signInParents(stack, 1)
  const agent = openConnections(1)

  async function prepareDraft(code: string, count: number) {
    const pages = buildPages(count)
    const form = await publishPages(stack.serverUrl, code, pages)
    const questions = pages.flatMap((page) => page.questions)
    const answers = Object.fromEntries(
      questions.map(({ id }, index) => [id, `Answer ${index + 1} of this draft`]),
    )
    const [started] = await fillInForms(owner, { ...form, answers }, { parents, count: 1 })
    const page = pages.at(-1)
    if (!started || !page) throw new Error('There is no draft.')
    const call = {
      url: `${stack.citizenOrigin}/submissions/${started.submissionId}/pages/${page.id}`,
      headers: { cookie: started.parent.cookie },
    }
    return async () => {
      const times: number[] = []
      for (let number = 0; number < perRound; number += 1) {
        const began = performance.now()
        const { body } = await send(agent, call)
        times.push(performance.now() - began)
        if (!body.includes(`Answer ${questions.length} of this draft`))
          throw new Error('An answer is missing.')
      }
      return median(times)
    }
  }
  const ours = await prepareDraft('BENCH-LONG-DRAFT', 2000)
  const peer = await prepareDraft('BENCH-SHORT-DRAFT', 20)
  await owner.end()
  return { ours, peer, close: async () => agent.destroy() }
}

function buildPages(questions: number): Page[] {
  const others = Array.from({ length: (questions - onLastPage) / onOtherPages }, () => onOtherPages)
  return [...others, onLastPage].map((count) =>
    buildPage(Array.from({ length: count }, () => buildQuestion('shortText'))),
  )
}
