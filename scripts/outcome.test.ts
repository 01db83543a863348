import { expect, test } from 'vitest'
import { addUp, describeFailure, sayOutcome } from './outcome.ts'

function said(parts: Parameters<typeof addUp>[0]): string[] {
  const lines: string[] = []
  sayOutcome(addUp(parts), (line) => lines.push(line))
  return lines
}

test('whatever failed stands once more at the end, before the line that counts', () => {
  const failure = describeFailure('the lint is clean', 'a.ts: no\nb.ts: no')
  const lines = said([
    { passed: 12, skipped: 0, failures: [failure] },
    { passed: 30, skipped: 2, failures: ['e2e/a.e2e.ts: a journey'] },
  ])
  expect(lines.at(-1)).toBe('42 passed, 2 failed, 2 skipped')
  expect(lines).toContain('FAILED  the lint is clean\n        a.ts: no\n        b.ts: no')
  expect(lines).toContain('FAILED  e2e/a.e2e.ts: a journey')
})

test('where all is well only the count is said', () => {
  expect(said([{ passed: 3, skipped: 0, failures: [] }])).toEqual(['3 passed, 0 failed, 0 skipped'])
})

test('of a long finding the first lines are told', () => {
  const lines = describeFailure('a', 'line\n'.repeat(500)).split('\n')
  expect(lines).toHaveLength(42)
  expect(lines.at(-1)).toBe('        …')
})
