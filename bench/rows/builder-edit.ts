import { isDeepStrictEqual } from 'node:util'
import { listQuestions, type FormDefinition } from '@send/shared/forms/form-definition'
import type { Page } from 'playwright'
import { leaveDraft, openBuilder, openDraft } from '../builder-window.ts'
import { median, percentile } from '../figures.ts'
import type { Row, Sides } from '../row.ts'
import { buildSampleOutline } from '../sample-outline.ts'
import type { Stage } from '../stage.ts'

const editsPerRound = 40
const edit =
  'One question moved by a key in the outline of the built client, until the state is committed and the tree laid out (the lists of problems follow when it rests)'

export const builderEditGrowthRow: Row = {
  id: 'builder.edit-growth',
  what: `${edit}: the median in a form of 500 questions and 250 conditions as a multiple of the same with 10 questions`,
  compare: 'share',
  unit: 'times',
  sideUnit: 'ms an edit',
  goal: { at: 'most', value: 5 },
  prepare: (stage) => prepare(stage, median),
}

export const builderEditRow: Row = {
  id: 'builder.edit',
  what: `${edit}: the p95 in a form of 500 questions and 250 conditions; beside it the same with 10 questions`,
  compare: 'alone',
  unit: 'ms',
  sideUnit: 'ms an edit',
  goal: { at: 'most', value: 8 },
  prepare: (stage) => prepare(stage, (times) => percentile(times, 95)),
}

async function prepare(stage: Stage, figure: (times: number[]) => number): Promise<Sides> {
  const [large, small] = [buildSampleOutline(500, 'Long form'), buildSampleOutline(10, 'Short form')]
  const { window, close } = await openBuilder(stage, [large, small])
  async function round(definition: FormDefinition): Promise<number> {
    await openDraft(window, definition)
    const questions = listQuestions(definition)
    const id = questions[Math.floor(questions.length / 2)]?.id ?? ''
    await window.locator(`[data-item="${id}"]`).click()
    await assertMoves(window, id)
    // Undo showed the page.
    await window.locator(`[data-item="${id}"]`).click()
    const times = await moveToAndFro(window, id, editsPerRound)
    await leaveDraft(window)
    return figure(times)
  }
  return { ours: () => round(large), peer: () => round(small), close }
}

/** Throws unless one move exchanges two rows of the outline and nothing else, and the way back restores it. */
async function assertMoves(window: Page, id: string): Promise<void> {
  const order = () =>
    window.getByRole('treeitem').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-item') ?? ''))
  const before = await order()
  await moveToAndFro(window, id, 1)
  const place = before.indexOf(id)
  const expected = before.toSpliced(place, 2, before[place + 1] ?? '', id)
  if (!isDeepStrictEqual(await order(), expected)) throw new Error('A move changed other rows.')
  await window.keyboard.press('Control+z')
  await window.waitForFunction(
    `[...document.querySelectorAll('[role=treeitem]')][${place}].dataset.item === '${id}'`,
  )
  if (!isDeepStrictEqual(await order(), before)) throw new Error('Undo did not restore the outline.')
}

/** Moves a row down and up again in turn; milliseconds of each move. */
function moveToAndFro(window: Page, id: string, count: number): Promise<number[]> {
  return window.evaluate<number[]>(`(${moveInWindow})(${JSON.stringify({ id, count })})`)
}

/** Text, since it runs in the window. Between two moves the window comes to rest. */
const moveInWindow = `async ({ id, count }) => {
  const tree = document.querySelector('[role=tree]')
  const row = tree.querySelector('[data-item="' + id + '"]')
  const placeOf = () => [...tree.querySelectorAll('[role=treeitem]')].indexOf(row)
  const nextTask = () => new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = resolve
    channel.port2.postMessage(undefined)
  })
  const times = []
  for (let number = 0; number < count; number += 1) {
    const place = placeOf()
    const key = number % 2 === 0 ? 'ArrowDown' : 'ArrowUp'
    const started = performance.now()
    row.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true }))
    while (placeOf() === place) {
      if (performance.now() - started > 5000) throw new Error('The row did not move.')
      await nextTask()
    }
    tree.getBoundingClientRect()
    times.push(performance.now() - started)
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }))
  }
  return times
}`
