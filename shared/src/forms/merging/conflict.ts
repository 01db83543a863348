import { z } from 'zod'
import { StorableText } from '../../values/storable-text.ts'

/** How somebody decides a conflict; a text may also be written anew. */
export const Decision = z.union([
  z.enum(['mine', 'theirs', 'both']),
  z.strictObject({ text: StorableText.max(10_000) }),
])
export type Decision = z.infer<typeof Decision>

/** What was decided so far, by the id of the conflict. */
export const Decisions = z.record(z.string().max(400), Decision)
export type Decisions = z.infer<typeof Decisions>

type Choice = Extract<Decision, string> | 'text'

/** Two changes of one thing that cannot both stand; nothing of a conflict is chosen before a person does. */
export type Conflict = {
  /** The same as long as the three values are: a decision about other values decides nothing here. */
  id: string
  /** The page, section or question that it is about, or `form`: what belongs together on a screen. */
  owner: string
  /** The names of the parts around it and its own, from the outside in. */
  trail: readonly string[]
  choices: readonly Choice[]
} & (
  | { kind: 'property'; property: string; base: unknown; mine: unknown; theirs: unknown }
  /** One removed the part, the other changed it or something in it. */
  | { kind: 'removed'; by: 'mine' | 'theirs'; changes: readonly PartChange[] }
  /** Moved to two different places; each place is the trail of what it is in. */
  | { kind: 'place'; base: readonly string[]; mine: readonly string[]; theirs: readonly string[] }
  /** A list put into two orders that contradict one another; the names of its parts. */
  | { kind: 'order'; base: readonly string[]; mine: readonly string[]; theirs: readonly string[] }
  /** Put together, the two would be no form any more, for example because a page holds too many questions. */
  | { kind: 'form' }
)

/** What differs between two versions of a part, or that it came, went or was moved, or that its parts were. */
export type PartChange = { part: string; trail: readonly string[] } & (
  | { kind: 'added' | 'removed' | 'moved' | 'reordered' }
  | { kind: 'changed'; property: string; before: unknown; after: unknown }
)
