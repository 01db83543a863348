import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterEach, type TestContext } from 'vitest'

const windows = new Set<Page>()

/** Has a window pictured as it stands when a test of this file fails. */
export function pictureOnFailure(window: Page): void {
  windows.add(window)
  window.once('close', () => windows.delete(window))
}

// `npm run screens` and `npm run journeys` walk the same steps, where there is no test that could fail.
if (process.env.VITEST) afterEach(pictureWindows)

async function pictureWindows({ task }: TestContext): Promise<void> {
  if (task.result?.state !== 'fail' || windows.size === 0) return
  const folder = await mkdtemp(path.join(tmpdir(), 'send-failed-'))
  for (const [index, window] of [...windows].entries())
    await window.screenshot({ path: path.join(folder, `${index + 1}.png`), timeout: 5000 }).catch(() => {}) // it hangs or is gone
  console.error(`“${task.name}” failed; its windows are pictured in ${folder}`)
}
