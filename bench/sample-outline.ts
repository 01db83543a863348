import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Question } from '@send/shared/forms/questions/question-types'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'

const perPage = 10

/** A form for the outline: each second question is shown by a condition on the one before it. */
export function buildSampleOutline(count: number, title: string): FormDefinition {
  const questions: Question[] = []
  for (let number = 0; number < count; number += 1) {
    const wording = { en: `What is a good day like, ${number}?`, cy: `Sut beth yw diwrnod da, ${number}?` }
    const before = questions.at(-1)
    const question = buildQuestion('yesNo', { wording })
    questions.push(
      number % 2 === 0 || !before
        ? question
        : {
            ...question,
            showIf: { kind: 'equals', of: { from: 'answer', questionId: before.id }, value: 'yes' },
          },
    )
  }
  const pages = Array.from({ length: Math.ceil(count / perPage) }, (_, page) =>
    buildPage(questions.slice(page * perPage, (page + 1) * perPage)),
  )
  return buildForm({ title: { en: title }, pages })
}
