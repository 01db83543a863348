import { z } from 'zod'
import { suspenseStates } from './suspense-lifecycle.ts'

/** Whom the queue is for: 25 is the last year of an education, health and care plan. Source: Children and Families Act 2014, s. 83. */
const defaultAgeLimit = 25

const waitingStates = suspenseStates.filter((state) => state !== 'ready')

/** What the queue of suspense shows. */
export const SuspenseFilter = z.strictObject({
  /** None stands for all in which a child waits. */
  states: z.array(z.enum(waitingStates)).max(waitingStates.length).default([]),
  /** In years; null shows everybody. */
  ageLimit: z.int().min(0).max(130).nullable().default(defaultAgeLimit),
  /** Least probability of the best candidate; above 0 children without one are left out. */
  atLeast: z.number().min(0).max(1).default(0),
  order: z.enum(['longest', 'likeliest']).default('longest'),
})
export type SuspenseFilter = z.infer<typeof SuspenseFilter>
