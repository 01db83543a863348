import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'

/**
 * Keeps a picture of a page or window, whole, for people to look at; only where SEND_PICTURES names a folder. Those in
 * docs/guides/pictures come from here; those in docs/screens from `npm run screens`, which replaces them all.
 */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.SEND_PICTURES
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
}
