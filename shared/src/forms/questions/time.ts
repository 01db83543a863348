import { z } from 'zod'
import { findTimeOfDay, formatTimeOfDay } from '../../values/time-of-day.ts'
import { OneLine, oneLineModel } from './one-line.ts'
import { questionParts } from './question-parts.ts'

export const TimeQuestion = z.strictObject({ ...questionParts, type: z.literal('time') })
export type TimeQuestion = z.infer<typeof TimeQuestion>

export const TimeAnswer = OneLine
export type TimeAnswer = z.infer<typeof TimeAnswer>

export const timeModel = oneLineModel<TimeQuestion>({
  holds: (typed) => findTimeOfDay(typed) !== undefined,
  wrong: 'validation.timeNotReal',
  display: displayTime,
})

function displayTime(typed: string, language: 'en' | 'cy'): string {
  const minutes = findTimeOfDay(typed)
  return minutes === undefined ? typed : formatTimeOfDay(minutes, language)
}
