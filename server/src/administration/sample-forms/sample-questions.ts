import type { Condition } from '@send/shared/forms/conditions/condition'
import type { Page } from '@send/shared/forms/form-definition'
import type { Question } from '@send/shared/forms/questions/question-types'
import type { Text } from '@send/shared/texts/language'
import { newPageId, newQuestionId } from '@send/shared/values/ids'

type Options = { help?: Text; optional?: true; showIf?: Condition }

function common(wording: Text, { help, optional, showIf }: Options) {
  const more = { ...(help ? { help } : {}), ...(showIf ? { showIf } : {}) }
  return { id: newQuestionId(), wording, required: !optional, ...more }
}

export function longText(wording: Text, options: Options = {}): Question {
  return { ...common(wording, options), type: 'longText', maxLength: 20_000 }
}

export function shortText(wording: Text, options: Options = {}): Question {
  return { ...common(wording, options), type: 'shortText', maxLength: 200 }
}

export function yesNo(wording: Text, options: Options = {}): Question {
  return { ...common(wording, options), type: 'yesNo' }
}

export function dateQuestion(wording: Text, options: Options = {}): Question {
  return { ...common(wording, options), type: 'date' }
}

export function wholeNumber(wording: Text, min: number, max: number, options: Options = {}): Question {
  return { ...common(wording, options), type: 'wholeNumber', min, max }
}

export function childDetails(wording: Text): Question {
  return { ...common(wording, {}), type: 'childDetails' }
}

export function files(wording: Text, options: Options = {}): Question {
  const limits = { maxFiles: 10, maxBytes: 50 * 1024 * 1024 }
  return {
    ...common(wording, options),
    type: 'file',
    ...limits,
    types: ['pdf', 'docx', 'jpeg', 'png', 'text'],
  }
}

export function choice(
  wording: Text,
  labels: [value: string, label: Text][],
  options: Options = {},
): Question {
  const listed = labels.map(([value, label]) => ({ value, label }))
  return { ...common(wording, options), type: 'singleChoice', options: listed }
}

/** The condition that a question is answered with yes. */
export function isYes({ id }: Question): Condition {
  return { kind: 'equals', of: { from: 'answer', questionId: id }, value: 'yes' }
}

export function page(title: Text, questions: Question[], guidance?: Text): Page {
  return { id: newPageId(), title, questions, ...(guidance ? { guidance } : {}) }
}
