import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright'
import { openBrowser } from '../../e2e/open-browser.ts'
import { provideSystemTools } from '../../scripts/system-packages.ts'
import { prepareFormPage } from '../form-page.ts'
import type { Row, Sides } from '../row.ts'
import { asBrowserCookie } from '../sample-parents.ts'
import type { Stage } from '../stage.ts'

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
  const { url, parent, survey } = await prepareFormPage(stack, 'BENCH-FIRST-LOAD')
  const browser = await openBrowser()

  /** Kilobytes of script of a page on which its first question stands and answering it shows the second. */
  async function load(open: (window: Page) => Promise<void>): Promise<number> {
    const context = await browser.newContext()
    await context.addCookies([asBrowserCookie(stack, parent)])
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
        await window.goto(url)
        await window.getByRole('button', { name: 'Bold', exact: true }).waitFor()
      }),
    peer: () =>
      load(async (window) => {
        await window.route('http://peer.test/**', (route) =>
          route.request().url().endsWith('.js')
            ? route.fulfill({ contentType: 'text/javascript', body: survey.script })
            : route.fulfill({ contentType: 'text/html', body: survey.html }),
        )
        await window.goto('http://peer.test/')
      }),
    close: () => browser.close(),
  }
}
