import type { PlainDate } from '../../values/plain-date.ts'
import type { Fact, FactOption, Facts } from './question-parts.ts'

// The facts of answers that are one value; an answer of several parts makes its map itself.

/** The answer as a text, without the spaces around it. */
export function textFacts<Answer>(read: (answer: Answer) => string): Facts<Answer> {
  return new Map([['', { type: 'text', read: (answer) => read(answer).trim() || undefined }]])
}

export function numberFacts<Answer>(read: (answer: Answer) => number | undefined): Facts<Answer> {
  return new Map([['', { type: 'number', read }]])
}

export function dateFacts<Answer>(read: (answer: Answer) => PlainDate | undefined): Facts<Answer> {
  return new Map([['', { type: 'date', read }]])
}

/** One of the options; a value that is none of them counts as no answer. */
export function choiceFacts(options: FactOption[]): Facts<string> {
  const known = new Set(options.map(({ value }) => value))
  return new Map([
    ['', { type: 'choice', options, read: (answer) => (known.has(answer) ? answer : undefined) }],
  ])
}

/** Whether there is an answer at all. */
export function presenceFacts<Answer>(isThere: (answer: Answer) => boolean): Facts<Answer> {
  return new Map([['', { type: 'presence', read: (answer) => (isThere(answer) ? true : undefined) }]])
}

/** One part of an answer as a text, named in English. */
export function textPart<Answer>(words: string, read: (answer: Answer) => string): Fact<Answer> {
  return { type: 'text', words, read: (answer) => read(answer).trim() || undefined }
}
