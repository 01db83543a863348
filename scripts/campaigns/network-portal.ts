import { createRandom } from '@send/shared/values/seeded-random'
import type { BrowserContext } from 'playwright'
import { openBrowser } from '../../e2e/open-browser.ts'
import { createTally, type Campaign } from './campaign.ts'
import { get } from './ground/ask.ts'
import { networkFaults, startFaultyProxy } from './ground/faulty-proxy.ts'
import { onGround, type Ground } from './ground/ground.ts'
import { openJournal, type Journal } from './ground/journal.ts'
import type { Person } from './ground/person.ts'
import { fillInAndSend, readKept, type Sitting } from './ground/portal-sitting.ts'
import { checkSubmissions } from './ground/submission-oracle.ts'

/** People who sit at their browsers at the same time; every second one has scripts switched off. */
const sittingsAtOnce = 8
/** Of the requests that carry or ask for something of a form, and of those of a page that saves by itself. */
const [shareOfFaults, shareOfAutosaves] = [0.3, 0.6]

export const networkPortalCampaign: Campaign = {
  id: 'network.portal',
  title:
    'over a network that cuts, stalls and doubles nothing is lost or doubled, and no page says “saved” falsely',
  figure: 500,
  inBrowser: true,
  run: ({ rounds, seed }) => onGround((ground) => sitDown(ground, { rounds, seed }), { portals: true }),
}

async function sitDown(ground: Ground, { rounds, seed }: { rounds: number; seed: number }) {
  const random = createRandom(seed)
  const tally = createTally()
  const journal = openJournal(ground.folder)
  const parents = await ground.addParents(sittingsAtOnce)
  const faults: string[] = []
  let begun = 0
  async function sit(context: BrowserContext, parent: Person, scripts: boolean): Promise<void> {
    while (begun < rounds) {
      const number = (begun += 1)
      const wanted = { givenNames: `Mali ${number}`, views: `Reading is hard ${number}. `.repeat(20).trim() }
      const count = (what: string) => tally.add(what)
      const about = { context, parent, form: ground.form, scripts, random, wanted, count }
      faults.push(...(await complete(about, journal)))
      count(scripts ? 'forms with scripts' : 'forms without scripts')
    }
  }
  const proxy = await startFaultyProxy(({ method, path }) => {
    const fault = random.chance(shareFor(path)) ? random.pick(networkFaults) : undefined
    if (fault) tally.add(`${method} ${fault}`)
    return fault
  })
  const browser = await openBrowser()
  try {
    const sittings = parents.map(async (parent, place) => {
      const scripts = place % 2 === 0
      const context = await browser.newContext({
        baseURL: ground.stack.citizenOrigin,
        javaScriptEnabled: scripts,
        viewport: { width: 320, height: 800 },
        // Browsers pass by a proxy for their own machine unless they are told not to.
        proxy: { server: proxy.url, bypass: '<-loopback>' },
      })
      await signIn(context, ground, parent)
      await sit(context, parent, scripts)
    })
    await Promise.all(sittings)
  } finally {
    await browser.close()
    await proxy.close()
  }
  faults.push(...(await checkSubmissions(ground, journal.read(), ownerOf(parents))))
  const [stored] = await ground.sql<{ number: number }[]>`select count(*)::int as number from submissions`
  if (stored?.number !== rounds) faults.push(`${rounds} forms were begun and ${stored?.number} are stored`)
  journal.close()
  return { rounds, faults, facts: tally.facts }
}

/** Neither styles nor scripts are touched: a page without them is the same page. */
function shareFor(path: string): number {
  if (path.endsWith('/autosave')) return shareOfAutosaves
  return path.startsWith('/forms/') || path.startsWith('/submissions/') ? shareOfFaults : 0
}

async function signIn(context: BrowserContext, { stack }: Ground, parent: Person): Promise<void> {
  const value = (parent.headers['authorization'] ?? '').replace('Bearer ', '')
  const cookie = {
    name: '__Host-send-citizen',
    value,
    // Its name says that it is secure; ports make no difference to cookies.
    url: stack.citizenOrigin.replace('http:', 'https:'),
    secure: true,
    httpOnly: true,
  }
  await context.addCookies([cookie])
}

/** One form from its beginning to its receipt; the receipt and the answers must be those of the database. */
async function complete(sitting: Sitting, journal: Journal): Promise<string[]> {
  const { parent, wanted, form } = sitting
  try {
    const { submissionId, reference, faults } = await fillInAndSend(sitting)
    journal.write({ at: 'received', key: submissionId, submissionId, reference })
    const { answers } = await get(() => parent.api.submissions.getMine.query({ submissionId }))
    const kept = readKept(answers, form)
    const isAsWanted = kept.givenNames === wanted.givenNames && kept.views === wanted.views
    return isAsWanted ? faults : [...faults, `${submissionId} was sent with other answers than were typed`]
  } catch (error) {
    return [`${wanted.givenNames}: ${error instanceof Error ? error.message : String(error)}`]
  }
}

function ownerOf(parents: Person[]): (submissionId: string) => Person {
  const [first] = parents
  if (!first) throw new Error('There is a parent')
  return () => first
}
