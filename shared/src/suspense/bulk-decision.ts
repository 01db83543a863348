import { z } from 'zod'
import { Id } from '../values/ids.ts'
import { Discard } from './discard.ts'
import type { Reason } from './matching/explain-weight.ts'
import type { Veto } from './matching/vetoes.ts'

/** Children who are decided about in one go: as many as the queue lists. */
const mostAtOnce = 100

/** What can be done with many children of the queue at once. */
export const bulkKinds = ['confirm', 'addAsNew', 'discard', 'take', 'release'] as const
export type BulkKind = (typeof bulkKinds)[number]

/** What is done with all of them; a discard needs its reason, which is the same for all. */
export const BulkAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('confirm') }),
  z.strictObject({ kind: z.literal('addAsNew') }),
  z.strictObject({ kind: z.literal('discard'), why: Discard }),
  z.strictObject({ kind: z.literal('take') }),
  z.strictObject({ kind: z.literal('release') }),
])
export type BulkAction = z.infer<typeof BulkAction>

const ListedChild = z.strictObject({ incomingChildId: Id, version: z.int().min(1) })
const isOfDifferent = (children: readonly { incomingChildId: string }[]) =>
  new Set(children.map(({ incomingChildId }) => incomingChildId)).size === children.length

/** Children as the queue listed them. */
export const ListedChildren = z.array(ListedChild).min(1).max(mostAtOnce).refine(isOfDifferent)
export type ListedChildren = z.infer<typeof ListedChildren>

/** Children as a preview showed them: with the person who was proposed, null where nobody is to be matched. */
export const PreviewedChildren = z
  .array(ListedChild.extend({ personId: Id.nullable() }))
  .min(1)
  .max(mostAtOnce)
  .refine(isOfDifferent)
export type PreviewedChild = z.infer<typeof PreviewedChildren>[number]

/** Why nothing is done about one of the children; its card says more, and there it can be decided. */
export type LeftOut =
  | { because: 'decided'; by: string; at: string }
  | { because: 'held'; by: string; since: string }
  | { because: 'notHeldByMe' }
  /** Since it was listed or previewed, by a colleague, its sender or what was weighed. */
  | { because: 'changed' }
  | { because: 'question'; state: 'waiting' | 'answered' }
  | { because: 'notWeighed' | 'nobodyProposed' | 'somebodyProposed' | 'tooFewData' | 'unreadable' }
  /** What speaks against matching it unseen: the reasons of the engine, and the fields that differ. */
  | { because: 'notAutomatic'; vetoes: Veto[]; differs: Reason['reason'][]; probability: number }
  | { because: 'nearCandidates'; number: number }
  /** It may be the child of that name, who stands before it. */
  | { because: 'sameChild'; as: string }

/** What became of one of the children. */
export type BulkOutcome =
  | { outcome: 'done'; conflicts: number }
  | { outcome: 'leftOut'; why: LeftOut }
  | { outcome: 'failed'; sentence: string }
