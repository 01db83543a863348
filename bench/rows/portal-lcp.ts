import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright'
import { openBrowser } from '../../e2e/open-browser.ts'
import { provideSystemTools } from '../../scripts/system-packages.ts'
import { prepareFormPage } from '../form-page.ts'
import type { Row, Sides } from '../row.ts'
import { asBrowserCookie } from '../sample-parents.ts'
import type { Stage } from '../stage.ts'
import { startStaticServer } from '../start-static-server.ts'

/** An old phone on slow 4G, as Lighthouse has DevTools apply it. Source: lighthouse/core/config/constants.js, mobileSlow4G. */
const phone = {
  network: {
    offline: false,
    latency: 562.5, // milliseconds a request
    downloadThroughput: (1474.56 * 1024) / 8, // bytes a second
    uploadThroughput: (675 * 1024) / 8,
  },
  cpu: 4, // times slower
  viewport: { width: 412, height: 823 },
}

export const portalLcpRow: Row = {
  id: 'portal.lcp',
  what: 'Largest contentful paint of the slowest of three pages (welcome, home, a form page) on an old phone over slow 4G with an empty cache, beside the same form page by survey-core in one compressed file',
  compare: 'alone',
  unit: 'ms',
  sideUnit: 'ms',
  goal: { at: 'most', value: 1500 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const tools = await provideSystemTools()
  if (!tools.ready) throw new Error(tools.sentence)
  const stack = await stage.stack()
  const { url, parent, survey } = await prepareFormPage(stack, 'BENCH-LCP')
  const file = path.join(stage.folder, 'survey.html.gz')
  const inline = survey.html.replace(' src="/survey.js">', () => `>${survey.script}`)
  await writeFile(file, gzipSync(inline))
  const peer = await startStaticServer(file, 'gzip')
  const browser = await openBrowser()

  /** Milliseconds until the largest text or picture of a page is painted, for somebody who never was there. */
  async function paint(address: string, text: string | RegExp, signedIn = true): Promise<number> {
    const context = await browser.newContext({ viewport: phone.viewport })
    if (signedIn) await context.addCookies([asBrowserCookie(stack, parent)])
    const window = await context.newPage()
    const session = await context.newCDPSession(window)
    await session.send('Network.emulateNetworkConditions', phone.network)
    await session.send('Emulation.setCPUThrottlingRate', { rate: phone.cpu })
    await window.goto(address, { waitUntil: 'networkidle' })
    await window.getByText(text).first().waitFor()
    const painted = await largestPaint(window)
    await context.close()
    return painted
  }
  const home = () => paint(`${stack.citizenOrigin}/`, 'Start a form')
  const welcome = () => paint(`${stack.citizenOrigin}/`, 'Sign in', false)
  const formPage = () => paint(url, 'What is a good day like?')
  return {
    ours: async () => Math.max(await welcome(), await home(), await formPage()),
    peer: () => paint(peer.url, 'What is a good day like?', false),
    beside: { welcome, home, 'form page': formPage },
    async close() {
      await browser.close()
      await peer.stop()
    },
  }
}

function largestPaint(window: Page): Promise<number> {
  // As text: the types of Node know no such entry.
  return window.evaluate<number>(`new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
      .observe({ type: 'largest-contentful-paint', buffered: true })
  })`)
}
