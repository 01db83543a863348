import { gzipSync } from 'node:zlib'
import { buildPage, buildQuestion } from '@send/shared/testing/build-form'
import type { Page } from 'playwright'
import { openBrowser } from '../../e2e/open-browser.ts'
import { provideSystemTools } from '../../scripts/system-packages.ts'
import { publishPages } from '../publish-pages.ts'
import type { Row, Sides } from '../row.ts'
import { fillInForms, openOwner, portalCookie, signInParents } from '../sample-parents.ts'
import type { Stage } from '../stage.ts'
import { asSurvey, bundleSurvey } from '../survey-page.ts'

export const portalFirstLoadRow: Row = {
  id: 'portal.first-load',
  what: 'All JavaScript that Chromium loads for a form page with a condition and a text that may be formatted (gzip), as a share of that of the same page drawn by survey-core and survey-js-ui 2.5 in one bundle; sending needs none of ours',
  compare: 'share',
  unit: 'of the peer’s',
  sideUnit: 'kB',
  goal: { at: 'most', value: 0.33 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const tools = await provideSystemTools()
  if (!tools.ready) throw new Error(tools.sentence)
  const stack = await stage.stack()
  const helped = buildQuestion('yesNo', { wording: { en: 'Does anybody help now?' } })
  const page = buildPage([
    helped,
    buildQuestion('shortText', {
      wording: { en: 'Who helps?' },
      showIf: { kind: 'equals', of: { from: 'answer', questionId: helped.id }, value: 'yes' },
    }),
    buildQuestion('longText', { wording: { en: 'What is a good day like?' }, formatting: true }),
  ])
  const form = await publishPages(stack.serverUrl, 'BENCH-FIRST-LOAD', [page])
  const owner = openOwner(stack)
  const [started] = await fillInForms(
    owner,
    { ...form, answers: {} },
    { parents: await signInParents(stack, 1), count: 1 },
  )
  await owner.end()
  if (!started) throw new Error('There is no form page.')
  const script = await bundleSurvey()
  const survey = JSON.stringify(asSurvey([page]))
  const browser = await openBrowser()

  /** Kilobytes of script of a page on which its first question stands and answering it shows the second. */
  async function load(open: (window: Page) => Promise<void>): Promise<number> {
    const context = await browser.newContext()
    await context.addCookies([
      {
        name: portalCookie,
        value: started?.parent.token ?? '',
        // Its name says that it is secure; ports make no difference to cookies.
        url: stack.citizenOrigin.replace('http:', 'https:'),
        secure: true,
      },
    ])
    const window = await context.newPage()
    const scripts: Promise<Buffer>[] = []
    window.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body())
    })
    await open(window)
    await window
      .getByText('yes', { exact: true })
      .or(window.getByText('Yes', { exact: true }))
      .first()
      .click()
    await window.getByText('Who helps?').waitFor()
    const bodies = await Promise.all(scripts)
    await context.close()
    return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0) / 1000
  }
  return {
    ours: () =>
      load(async (window) => {
        await window.goto(`${stack.citizenOrigin}/submissions/${started.submissionId}/pages/${page.id}`)
        await window.getByRole('button', { name: 'Bold', exact: true }).waitFor()
      }),
    peer: () =>
      load(async (window) => {
        await window.route('http://peer.test/**', (route) =>
          route.request().url().endsWith('.js')
            ? route.fulfill({ contentType: 'text/javascript', body: script })
            : route.fulfill({
                contentType: 'text/html',
                body: `<!doctype html><div id="survey"></div><script type="application/json" id="form">${survey}</script><script type="module" src="/survey.js"></script>`,
              }),
        )
        await window.goto('http://peer.test/')
      }),
    close: () => browser.close(),
  }
}
