import { z } from 'zod'
import { StorableText } from '../../values/storable-text.ts'
import { QuestionId } from '../../values/ids.ts'
import { isBoundedTree } from '../conditions/bounded-tree.ts'
import { DateValue, FiniteNumber, Operand } from '../conditions/operand.ts'

/** How deep a formula may be nested. */
export const mostFormulaDepth = 8
const mostTerms = 50

const SimpleFormula = [
  z.strictObject({ kind: z.literal('number'), value: FiniteNumber }),
  z.strictObject({ kind: z.literal('answer'), of: Operand }),
  z.strictObject({ kind: z.literal('countItems'), group: QuestionId }),
  z.strictObject({ kind: z.enum(['daysBetween', 'yearsBetween']), from: DateValue, to: DateValue }),
  z.strictObject({
    kind: z.literal('join'),
    parts: z
      .array(z.union([Operand, z.strictObject({ from: z.literal('text'), text: StorableText.max(500) })]))
      .max(mostTerms),
    separator: StorableText.max(20),
  }),
] as const

const Operation = z.enum(['add', 'subtract', 'multiply', 'divide'])

/** How a value is calculated: numbers, dates and texts out of answers. `join` stands only at the top. */
export type Formula =
  | z.infer<(typeof SimpleFormula)[number]>
  | { kind: z.infer<typeof Operation>; terms: Formula[] }
  | { kind: 'sumItems'; group: QuestionId; term: Formula }

const Tree: z.ZodType<Formula, Formula> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    ...SimpleFormula,
    z.strictObject({ kind: Operation, terms: z.array(Tree).max(mostTerms) }),
    z.strictObject({ kind: z.literal('sumItems'), group: QuestionId, term: Tree }),
  ]),
)

const bounds = { depth: 2 * mostFormulaDepth + 3, nodes: 1000 }

/** A formula within its bounds: depth and size are checked without recursion, before the parts are. */
export const Formula: z.ZodType<Formula, Formula> = z
  .custom<Formula>((value) => isBoundedTree(value, bounds), 'Make the formula simpler.')
  .pipe(Tree)
