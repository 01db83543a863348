import { z } from 'zod'
import { StorableText } from '../../values/storable-text.ts'
import { QuestionId } from '../../values/ids.ts'
import { isBoundedTree } from './bounded-tree.ts'
import { DateValue, FiniteNumber, Operand } from './operand.ts'

/** How deep a condition may be nested, and how many conditions one “all of” holds. */
export const mostConditionDepth = 8
export const mostConditions = 30
const mostValues = 100

const Value = z.union([StorableText.max(500), FiniteNumber])
export const Comparison = z.enum(['lessThan', 'atMost', 'equalTo', 'atLeast', 'moreThan'])
export type Comparison = z.infer<typeof Comparison>

const Simple = [
  z.strictObject({ kind: z.literal('answered'), of: Operand }),
  z.strictObject({ kind: z.literal('equals'), of: Operand, value: Value }),
  z.strictObject({ kind: z.literal('oneOf'), of: Operand, values: z.array(Value).min(1).max(mostValues) }),
  z.strictObject({ kind: z.literal('contains'), of: Operand, value: StorableText.min(1).max(500) }),
  z.strictObject({ kind: z.enum(['before', 'after']), of: Operand, date: DateValue }),
  z.strictObject({
    kind: z.literal('ageOn'),
    of: Operand,
    on: DateValue,
    comparison: Comparison,
    years: z.int().min(0).max(120),
  }),
  z.strictObject({
    kind: z.literal('number'),
    of: Operand,
    comparison: Comparison,
    than: z.union([FiniteNumber, Operand]),
  }),
] as const

const Combination = z.enum(['all', 'any', 'none'])
const ItemCombination = z.enum(['anyItem', 'allItems', 'noItem'])

export type SimpleCondition = z.infer<(typeof Simple)[number]>

/**
 * A condition as data. `all`, `any` and `none` combine conditions; `anyItem`, `allItems` and `noItem` ask the items of
 * a group, and within them the questions of the group are those of the one item.
 */
export type Condition =
  | SimpleCondition
  | { kind: z.infer<typeof Combination>; conditions: Condition[] }
  | { kind: z.infer<typeof ItemCombination>; group: QuestionId; condition: Condition }

const Tree: z.ZodType<Condition, Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    ...Simple,
    z.strictObject({ kind: Combination, conditions: z.array(Tree).min(1).max(mostConditions) }),
    z.strictObject({ kind: ItemCombination, group: QuestionId, condition: Tree }),
  ]),
)

// A level of conditions is two levels of JSON (the object and its list); three more lie within a simple one.
const bounds = { depth: 2 * mostConditionDepth + 3, nodes: 3000 }

/** A condition within its bounds: depth and size are checked without recursion, before the parts are. */
export const Condition: z.ZodType<Condition, Condition> = z
  .custom<Condition>((value) => isBoundedTree(value, bounds), 'Make the condition simpler.')
  .pipe(Tree)
