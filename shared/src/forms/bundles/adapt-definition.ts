import { untieQuestion } from '../bank/place-question.ts'
import type { FormDefinition } from '../form-definition.ts'
import { mapQuestions } from '../map-questions.ts'
import type { Question } from '../questions/question-types.ts'
import type { BundleContent } from './form-bundle.ts'
import type { ImportPlan, PlannedQuestion } from './plan-import.ts'

/** What whoever imports takes over where the two differ: the ids in the bundle of tables and questions. */
export type ImportChoices = { takeTables: string[]; takeQuestions: string[] }

/** Under which code the form is imported, and who may do what with it: that never comes from elsewhere. */
type Placing = Pick<FormDefinition, 'code' | 'accessList'>

/** The form of a bundle as it is here: its tables and ties are those of this server. */
export function adaptDefinition(
  content: BundleContent,
  { plan, choices, placing }: { plan: ImportPlan; choices: ImportChoices; placing: Placing },
): FormDefinition {
  const tables = new Map(plan.tables.map((table) => [table.theirs.id, table]))
  const questions = new Map(plan.questions.map((question) => [question.theirs.questionId, question]))
  const adapted = mapQuestions(content.form.definition, (question) => {
    const tied = withTie(question, questions.get(question.bank?.questionId ?? ''), choices)
    const table = tied.type === 'lookup' ? tables.get(tied.table?.id ?? '') : undefined
    if (tied.type !== 'lookup' || !table) return tied
    const keepsMine = table.state === 'differs' && !choices.takeTables.includes(table.theirs.id)
    const name =
      table.state === 'new' ? table.name : table.state === 'differs' ? table.mine.name : table.theirs.name
    const entries = keepsMine ? table.mine.entries : table.theirs.entries
    return { ...tied, table: { id: table.tableId, name }, entries }
  })
  return { ...adapted, ...placing }
}

/** Tied to the revision that says the same here; a question that nothing here says the same as is on its own. */
function withTie<Asked extends Question>(
  question: Asked,
  planned: PlannedQuestion | undefined,
  choices: ImportChoices,
): Asked {
  if (!question.bank) return question
  const isTaken =
    planned && (planned.state !== 'differs' || choices.takeQuestions.includes(planned.theirs.questionId))
  // Only the tie goes or changes: the question keeps its type.
  if (!isTaken) return untieQuestion(question) as Asked
  const { revision, code } = planned
  return { ...question, bank: { questionId: planned.theirs.questionId, revision, code } }
}
