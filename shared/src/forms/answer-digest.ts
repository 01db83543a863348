import { z } from 'zod'
import { cyrb53 } from '../values/cyrb53.ts'
import { QuestionId } from '../values/ids.ts'
import { behaviourOf } from './questions/question-types.ts'
import type { Question } from './questions/question-types.ts'

/** What an answer was, short enough to travel with a page: 53 bits, so that two answers never meet by accident. */
export const AnswerDigest = z.string().regex(/^[0-9a-z]{1,11}$/)
export type AnswerDigest = z.infer<typeof AnswerDigest>

/** A page of a form as one window of a browser shows it. */
export const PageWindow = z.strictObject({
  windowId: z.uuid(),
  /** Counts the saves of the window from 1; 0 where no script counts them. */
  saveNumber: z.int().min(0).max(1_000_000_000),
  /** The answers that the window was given, in short. */
  seen: z.record(QuestionId, AnswerDigest),
})
export type PageWindow = z.infer<typeof PageWindow>

/**
 * An answer in short, to tell whether it is still the one that a window was given. Nothing answered is one and the same,
 * however it is written, and so are both ways to end a line; the day of a signature is not part of what was typed.
 */
export function digestAnswer(question: Question, answer: unknown): AnswerDigest {
  const behaviour = behaviourOf(question)
  const parsed = behaviour.parse(answer)
  const text = parsed === undefined || behaviour.isEmpty(parsed) ? '' : canonical(parsed)
  return cyrb53(text).toString(36)
}

function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.replaceAll('\r\n', '\n'))
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value)
    .filter(([key]) => key !== 'signedOn')
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
  return `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join()}}`
}
