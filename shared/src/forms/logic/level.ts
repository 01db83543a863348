import type { QuestionId } from '../../values/ids.ts'
import type { Group } from '../questions/group.ts'
import type { ValidationRule } from '../questions/question-parts.ts'
import type { AskedQuestion } from './asked-question.ts'
import type { LevelScope } from './compile-operand.ts'
import type { LogicNode, OuterNeed } from './logic-node.ts'

/** The nodes of what is shown, offered, required and forbidden; what has no condition has no node. */
export type PartNodes = {
  /** The node that says whether a page, section or question is shown; without one it always is. */
  readonly shown: ReadonlyMap<string, number>
  readonly options: ReadonlyMap<QuestionId, ReadonlyMap<string, number>>
  readonly required: ReadonlyMap<QuestionId, number>
  readonly rules: ReadonlyMap<QuestionId, readonly { rule: ValidationRule; node: number }[]>
}

/** Questions that are answered together: those of a form, or those of one item of a group. */
export type Level = PartNodes & {
  /** The place of each question among the answers. */
  readonly places: ReadonlyMap<QuestionId, number>
  readonly nodes: readonly LogicNode[]
  readonly order: readonly number[]
  /** The place of each node in the order; −1 for nodes of a circle, which are in none. */
  readonly ranks: readonly number[]
  readonly dependents: readonly (readonly number[])[]
  /** The node of an answer as it counts; of a form only for questions that something depends on. */
  readonly values: ReadonlyMap<QuestionId, number>
  readonly scope: LevelScope
  /** The groups whose questions have logic of their own. */
  readonly groups: ReadonlyMap<QuestionId, GroupLevel>
}

/**
 * The questions of a group, as each item works them out by itself. What is required and which rules are broken is in no
 * order here: nothing depends on it, so that it is worked out only when it is asked for.
 */
export type GroupLevel = Level & {
  readonly group: Group
  readonly members: readonly AskedQuestion[]
  /** What an item needs of what stands around it. */
  readonly outer: readonly OuterNeed[]
}
