import type { FormDefinition } from './form-definition.ts'
import type { GroupMember } from './questions/group-member.ts'
import type { Question } from './questions/question-types.ts'

/** The form with each of its questions replaced, those of groups too; a question keeps its type. */
export function mapQuestions(
  definition: FormDefinition,
  change: <Asked extends Question>(question: Asked) => Asked,
): FormDefinition {
  const changeAll = (questions: Question[]) => questions.map((question) => changeWhole(question, change))
  const pages = definition.pages.map((page) => {
    const changed = { ...page, questions: changeAll(page.questions) }
    if (!page.sections) return changed
    const sections = page.sections.map((section) => ({ ...section, questions: changeAll(section.questions) }))
    return { ...changed, sections }
  })
  return { ...definition, pages }
}

function changeWhole<Asked extends Question>(
  question: Asked,
  change: <Each extends Question>(question: Each) => Each,
): Asked {
  if (question.type !== 'group') return change(question)
  const members: GroupMember[] = question.questions
  return change({ ...question, questions: members.map((member) => changeWhole(member, change)) })
}

/** All questions, each group followed by those in it. */
export function listWithMembers(questions: readonly Question[]): Question[] {
  return questions.flatMap((question) =>
    question.type === 'group' ? [question, ...listWithMembers(question.questions)] : [question],
  )
}
