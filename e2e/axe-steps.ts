import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { expect } from 'vitest'

/** The window as it stands holds nothing that an accessibility check objects to. */
export async function expectAccessibleWindow(window: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

/** The same of a page of a portal, which also is no wider than its window. */
export async function expectAccessiblePage(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((violation) => `${page.url()} ${violation.id}`)).toEqual([])
  const width = await page.evaluate<number>('document.documentElement.scrollWidth')
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}

type AxeResults = { violations: { id: string; nodes: { html: string }[] }[]; passes: unknown[] }

/** The same of the preview, in its own frame: a check of the window does not look into it. */
export async function expectAccessiblePreview(window: Page): Promise<void> {
  const frame = window.frames().find((candidate) => candidate.url() === 'app://preview/')
  if (!frame) throw new Error('There is no preview.')
  const own = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
  await frame.evaluate(await readFile(own.resolve('axe-core/axe.min.js'), 'utf8'))
  const { violations, passes } = await frame.evaluate<AxeResults>('axe.run()')
  expect(passes.length).toBeGreaterThan(5)
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}
