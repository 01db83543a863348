import { z } from 'zod'
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
  return digest(parsed === undefined || behaviour.isEmpty(parsed) ? '' : canonical(parsed))
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

/** The hash cyrb53: quick in a browser as on a server, and no secret depends on it. */
function digest(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place)
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36)
}
