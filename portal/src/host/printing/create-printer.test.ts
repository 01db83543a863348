import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { describeCopy } from '../../submissions/printing/describe-copy.ts'
import { buildSentForm, buildTexts } from '../../testing/build-sent-form.ts'
import { createPrinter } from './create-printer.ts'
import type { Printer } from './create-printer.ts'

const brokenPress = fileURLToPath(new URL('../../testing/broken-press.ts', import.meta.url))
let printer: Printer | undefined

afterEach(() => printer?.close())

function copyOf(text: string) {
  return describeCopy(buildSentForm(buildTexts([text])), { language: 'en', size: 'standard' })
}

test('SR-484: of more copies than can wait the last is refused, and the others are made', async () => {
  const { print } = (printer = createPrinter({ mostWaiting: 2 }))
  const printed = await Promise.all(['one', 'two', 'three', 'four'].map((text) => print(copyOf(text))))
  expect(printed.map(({ outcome }) => outcome)).toEqual(['printed', 'printed', 'printed', 'busy'])
})

test('who asks twice for the same copy waits for the same one', async () => {
  const { print } = (printer = createPrinter({ mostWaiting: 1 }))
  const asked = Array.from({ length: 5 }, () => print(copyOf('one')))
  expect(new Set(asked).size).toBe(1)
  expect(await asked[0]).toMatchObject({ outcome: 'printed' })
})

test('SR-484: a copy that takes too long is ended, and the next one is made all the same', async () => {
  const { print } = (printer = createPrinter({ program: brokenPress, longestMilliseconds: 5_000 }))
  const [forever, next] = await Promise.all([print(copyOf('for ever')), print(copyOf('one'))])
  expect(forever).toEqual({ outcome: 'tooLong' })
  expect(next).toMatchObject({ outcome: 'printed' })
})

test('a press that dies or cannot set a copy is said to have failed, nothing of the copy is logged, and the next is made', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { print } = (printer = createPrinter({ program: brokenPress }))
  expect(await print(copyOf('die'))).toEqual({ outcome: 'failed' })
  expect(await print(copyOf('refuse'))).toEqual({ outcome: 'failed' })
  expect(await print(copyOf('one'))).toMatchObject({ outcome: 'printed' })
  expect(log.mock.calls.flat()).toEqual(Array(2).fill('A copy of a form could not be printed.'))
  log.mockRestore()
})

test('a copy of more characters than a press has room for is refused before it is begun', async () => {
  const { print } = (printer = createPrinter({ mostCharacters: 1_000 }))
  expect(await print(copyOf('x'.repeat(1_000)))).toEqual({ outcome: 'tooLong' })
})

test('the press rests when there is nothing to do, and is there again when there is', async () => {
  const { print } = (printer = createPrinter({ restMilliseconds: 1 }))
  expect(await print(copyOf('one'))).toMatchObject({ outcome: 'printed' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await print(copyOf('two'))).toMatchObject({ outcome: 'printed' })
})

test('a form of two thousand answers keeps no page waiting while it is printed', async () => {
  const { print } = (printer = createPrinter())
  const copy = describeCopy(
    buildSentForm(buildTexts(Array.from({ length: 2_000 }, (_, index) => `Answer ${index} of a long form.`))),
    { language: 'en', size: 'standard' },
  )
  let last = performance.now()
  let longest = 0
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const printed = await print(copy)
  clearInterval(watch)
  expect(printed.outcome).toBe('printed')
  // Far more than was measured: the machine of the tests does other things too.
  expect(longest).toBeLessThan(1_000)
})
