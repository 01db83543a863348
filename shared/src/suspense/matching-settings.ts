import { z } from 'zod'
import { PlainDate } from '../values/plain-date.ts'
import { AutomaticFrom, automaticProbability } from './matching/automatic-from.ts'

/**
 * Who tells of incoming children: a portal user, the file of a school, or somebody for whom an officer entered a form. What is
 * automatic, and how much is reviewed, is settled for each.
 */
export const suspenseSources = ['parent', 'youngPerson', 'professional', 'school', 'onBehalf'] as const
export const SuspenseSource = z.enum(suspenseSources)
export type SuspenseSource = z.infer<typeof SuspenseSource>

export const MatchingSetting = z.strictObject({
  automaticFrom: AutomaticFrom,
  /** Of a hundred decisions so many are drawn for a second officer. */
  reviewedShare: z.int().min(0).max(100),
})
export type MatchingSetting = z.infer<typeof MatchingSetting>

/** What counts until an authority settles something else. */
export const defaultSetting: MatchingSetting = { automaticFrom: automaticProbability, reviewedShare: 0 }

/** A source with what was settled for it as it was seen, and what is to be. */
export const SettingChange = z.strictObject({
  source: SuspenseSource,
  before: MatchingSetting,
  after: MatchingSetting,
})
export type SettingChange = z.infer<typeof SettingChange>

/** Days in the United Kingdom, both included; null is without an end. */
export const DecisionPeriod = z.strictObject({ from: PlainDate.nullable(), to: PlainDate.nullable() })
export type DecisionPeriod = z.infer<typeof DecisionPeriod>
