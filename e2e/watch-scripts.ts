import type { Page } from 'playwright'

/** What went on in a page that should have been text alone. */
export type Watch = { ran: string[]; reported: string[]; links: string[] }

/** From now on every run of a payload, every dialog and every report of the page’s policy is written down. */
export async function watchScripts(page: Page): Promise<Watch> {
  const watch: Watch = { ran: [], reported: [], links: [] }
  page.on('dialog', (dialog) => {
    watch.ran.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.exposeBinding('__pwned', ({ frame }) => void watch.ran.push(frame.url()))
  await page.exposeBinding('__reported', (_source, what: string) => void watch.reported.push(what))
  const report = `document.addEventListener('securitypolicyviolation', (event) =>
    __reported(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))`
  await page.addInitScript(report)
  await page.evaluate(report)
  return watch
}

/** Writes down the links of all frames that would run something when they are followed. */
export async function lookAtLinks(page: Page, watch: Watch): Promise<void> {
  for (const frame of page.frames()) {
    const links = await frame.evaluate<
      string[]
    >(`[...document.querySelectorAll('[href], [action], [formaction]')]
      .flatMap((one) => ['href', 'action', 'formaction'].map((name) => one.getAttribute(name) ?? ''))
      .filter((link) => /^[\\s\\u0000-\\u001f]*(javascript|data|vbscript):/i.test(link.replaceAll(/[\\t\\n\\r]/g, '')))`)
    watch.links.push(...links)
  }
}
