import { expect, test } from 'vitest'
import { buildQuestion } from '../testing/build-form.ts'
import { displayAnswer } from './answers.ts'
import { readFormattedAnswer } from './read-formatted-answer.ts'

const typed = '**Hello**\n- you'

test('only an answer that may be formatted is read as formatted, and only once there is one', () => {
  const formatted = buildQuestion('longText', { formatting: true })
  expect(readFormattedAnswer(formatted, typed)).toMatchObject([
    { kind: 'paragraph', pieces: [{ kind: 'strong' }] },
    { kind: 'bulletedList' },
  ])
  expect(readFormattedAnswer(formatted, ' \n')).toBeUndefined()
  expect(readFormattedAnswer(formatted, undefined)).toBeUndefined()
  expect(readFormattedAnswer(buildQuestion('longText'), typed)).toBeUndefined()
  expect(readFormattedAnswer(buildQuestion('shortText'), typed)).toBeUndefined()
})

test('where there is only plain text the answer is what was typed', () => {
  expect(displayAnswer(buildQuestion('longText', { formatting: true }), typed, 'en')).toBe(typed)
})
