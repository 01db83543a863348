import type { MadePerson } from './generate-people.ts'

/** People on record and incoming children, each with the person it truly is, if that one is on record. */
export type LabelledSet = {
  people: MadePerson[]
  incoming: (MadePerson & { truth: string | undefined })[]
}
