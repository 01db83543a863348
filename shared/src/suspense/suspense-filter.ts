import { z } from 'zod'
import { Id } from '../values/ids.ts'
import { SuspenseSource } from './matching-settings.ts'
import { waitingStates } from './suspense-lifecycle.ts'

/** Whom the queue is for: 25 is the last year of an education, health and care plan. Source: Children and Families Act 2014, s. 83. */
const defaultAgeLimit = 25

/** What the queue can be narrowed to; whoever is settled is found on record. */
export const filteredStates = [...waitingStates, 'discarded'] as const

/** How it stands with a question to the sender. */
export const questionFilters = ['waiting', 'answered'] as const

/** Who has a child just now. */
export const holderFilters = ['me', 'others', 'nobody'] as const

/** What the queue of suspense shows. */
export const SuspenseFilter = z.strictObject({
  /** None stands for all in which a child waits. */
  states: z.array(z.enum(filteredStates)).max(filteredStates.length).default([]),
  /** Null shows children whatever the sender was asked. */
  question: z.enum(questionFilters).nullable().default(null),
  heldBy: z.enum(holderFilters).nullable().default(null),
  /** Only who waits for so many days or longer. */
  waitingDays: z.int().min(0).max(3650).nullable().default(null),
  source: SuspenseSource.nullable().default(null),
  /** A school or setting out of the list that comes with the queue. */
  school: Id.nullable().default(null),
  /** In years; null shows everybody. */
  ageLimit: z.int().min(0).max(130).nullable().default(defaultAgeLimit),
  /** Least probability of the best candidate; above 0 children without one are left out. */
  atLeast: z.number().min(0).max(1).default(0),
  order: z.enum(['longest', 'likeliest']).default('longest'),
})
export type SuspenseFilter = z.infer<typeof SuspenseFilter>
