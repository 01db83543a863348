import { z } from 'zod'
import { PlainDate } from '../../values/plain-date.ts'

/** What an adult is to a child. Somebody who adopted a child is its mother or father. */
export const relationshipKinds = [
  'mother',
  'father',
  'stepParent',
  'grandparent',
  'relative',
  'guardian',
  'fosterCarer',
  'carer',
] as const
export type RelationshipKind = (typeof relationshipKinds)[number]

/** Children of one of these are brothers and sisters; of a foster carer or a grandparent they need not be. */
export const parentKinds = ['mother', 'father', 'stepParent'] as const satisfies readonly RelationshipKind[]

/** Whether an adult has all the rights and duties of a parent (Children Act 1989 s.3), as far as an officer knows. */
export const parentalResponsibilities = ['yes', 'no', 'notKnown'] as const
export type ParentalResponsibility = (typeof parentalResponsibilities)[number]

const Day = z.union([z.literal(''), PlainDate])

/** What an adult is to a child, as an officer says it; an empty day is not known, or has not come. */
export const RelationshipEntry = z.strictObject({
  kind: z.enum(relationshipKinds),
  parentalResponsibility: z.enum(parentalResponsibilities),
  from: Day,
  until: Day,
})
export type RelationshipEntry = z.infer<typeof RelationshipEntry>

/** Why a day cannot be right. */
export type DayProblem = 'unreadable' | 'future' | 'beforeBirth' | 'beforeFrom'
export type RelationshipProblems = Partial<Record<'from' | 'until', DayProblem>>

/** What is wrong with the days of a relationship; `birth` is that of the child, `today` the last day that has come. */
export function listRelationshipProblems(
  { from, until }: Pick<RelationshipEntry, 'from' | 'until'>,
  { birth, today }: { birth: string | null; today: PlainDate },
): RelationshipProblems {
  const found: RelationshipProblems = {}
  const [fromProblem, untilProblem] = [from, until].map((day) => findDayProblem(day, birth, today))
  if (fromProblem) found.from = fromProblem
  if (untilProblem) found.until = untilProblem
  else if (from !== '' && until !== '' && until < from) found.until = 'beforeFrom'
  return found
}

/** Why a day on which something ended cannot be right; what ends today has ended. */
export function findDayProblem(
  day: string,
  birth: string | null,
  today: PlainDate,
): Exclude<DayProblem, 'beforeFrom'> | undefined {
  if (day === '') return undefined
  // PostgreSQL knows no year 0.
  if (day.startsWith('0000')) return 'unreadable'
  if (day > today) return 'future'
  return birth !== null && day < birth ? 'beforeBirth' : undefined
}
