import { setTimeout as wait } from 'node:timers/promises'
import { buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { percentile } from '../figures.ts'
import { publishPages } from '../publish-pages.ts'
import type { Row, Sides } from '../row.ts'
import { fillInForms, openOwner, signInParents, type StartedForm } from '../sample-parents.ts'
import type { Stage } from '../stage.ts'

const people = 50
const pagesOfForm = 4
const thinkingMilliseconds = 1000

export const portalFiftyPeopleRow: Row = {
  id: 'portal.fifty-people',
  what: 'Fifty people fill in a form of four pages at once, each thinking for a second before each page is sent: the p95 of the milliseconds from pressing “Save and continue” until the whole next page was there; beside it the same for one person alone. Every answer of everybody was on the server afterwards',
  compare: 'alone',
  unit: 'ms a page',
  sideUnit: 'ms a page',
  goal: { at: 'most', value: 150 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const stack = await stage.stack()
  const pages = Array.from({ length: pagesOfForm }, () => {
    const questions = [buildQuestion('longText'), buildQuestion('shortText'), buildQuestion('shortText')]
    return buildPage(questions)
  })
  const form = await publishPages(stack.serverUrl, 'BENCH-FIFTY', pages)
  const owner = openOwner(stack)
  const parents = await signInParents(stack, people)

  async function fillIn({ submissionId, parent }: StartedForm, typed: string): Promise<number[]> {
    const { cookie } = parent
    const times: number[] = []
    for (const { id, questions } of pages) {
      await wait(thinkingMilliseconds)
      const started = performance.now()
      const saved = await fetch(`${stack.citizenOrigin}/submissions/${submissionId}/pages/${id}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin: stack.citizenOrigin, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(Object.fromEntries(questions.map(({ id: name }) => [name, typed]))),
      })
      await saved.arrayBuffer()
      const next = saved.headers.get('location')
      if (!next) throw new Error(`A page was not saved: ${saved.status}.`)
      const shown = await fetch(new URL(next, stack.citizenOrigin), { headers: { cookie } })
      if (!shown.ok || !(await shown.text()).includes('</html>'))
        throw new Error(`The next page was not shown: ${shown.status}.`)
      times.push(performance.now() - started)
    }
    return times
  }

  let round = 0
  async function fillInAtOnce(count: number): Promise<number> {
    round += 1
    const typed = `He reads well with somebody beside him, ${round}.`
    const started = await fillInForms(owner, { ...form, answers: {} }, { parents, count })
    const times = await Promise.all(
      // They did not all begin in the same instant.
      started.map(async (each, index) => {
        await wait((thinkingMilliseconds * index) / count)
        return fillIn(each, typed)
      }),
    )
    const ids = started.map(({ submissionId }) => submissionId)
    const [kept] = await owner<{ count: number }[]>`
      select count(*)::int as count from answers
      where submission_id = any(${ids}::uuid[]) and value = ${owner.json(typed)}`
    const given = count * pages.reduce((sum, { questions }) => sum + questions.length, 0)
    if (kept?.count !== given) throw new Error(`Of ${given} answers ${kept?.count ?? 0} are on the server.`)
    return percentile(times.flat(), 95)
  }
  return { ours: () => fillInAtOnce(people), peer: () => fillInAtOnce(1), close: () => owner.end() }
}
