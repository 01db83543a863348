import type { FormDefinition } from '../form-definition.ts'
import { listQuestions } from '../form-definition.ts'
import type { PublishingProblem } from '../publishing-problems.ts'
import type { Question } from '../questions/question-types.ts'
import { listFormTexts, type FormText } from './form-texts.ts'

/** What in the texts of a form bars somebody from it: empty ones, options alike, Welsh in part. */
export function listTextProblems(
  definition: FormDefinition,
  told: readonly PublishingProblem[],
): PublishingProblem[] {
  const texts = listFormTexts(definition)
  return [
    ...missingTexts(texts, told),
    ...listQuestions(definition).flatMap(sameOptions),
    ...welshProblems(definition, texts),
  ]
}

/** Texts without their English; rules of their own may have told of them already. */
function missingTexts(texts: FormText[], told: readonly PublishingProblem[]): PublishingProblem[] {
  const places = new Set(told.map(({ where }) => where))
  return texts
    .filter((text) => isMissing(text) && !places.has(text.where))
    .map(({ where, name }) => ({ where, sentence: `${name}: Write the English text.` }))
}

/** Titles, wordings and options are asked for by rules of their own. */
const askedForElsewhere = /^(?:Title|Wording|Option \d+|Question \d+, )/

function isMissing({ name, text }: FormText): boolean {
  return text.en.trim() === '' && !askedForElsewhere.test(name)
}

function sameOptions(question: Question): PublishingProblem[] {
  if (!('options' in question)) return []
  const labels = question.options.map(({ label }) => label.en.trim().toLowerCase())
  return labels.flatMap((label, index) =>
    label !== '' && labels.indexOf(label) < index
      ? [{ where: question.id, sentence: `Option ${index + 1}: Another option has the same wording.` }]
      : [],
  )
}

/** Welsh is complete, or the settings of the form say that it is not wanted and why. */
function welshProblems({ englishOnly }: FormDefinition, texts: FormText[]): PublishingProblem[] {
  if (englishOnly !== undefined) {
    return englishOnly.trim() === ''
      ? [{ where: 'form', sentence: 'Say why the form is in English only.' }]
      : []
  }
  const written = texts.filter(({ text }) => text.en.trim() !== '')
  const missing = written.filter(({ text }) => !text.cy?.trim())
  if (missing.length > 0 && missing.length === written.length) {
    return [
      { where: 'form', sentence: 'Write the Welsh of all texts, or say that the form is in English only.' },
    ]
  }
  return missing.map(({ where, name }) => ({ where, sentence: `${name}: Write the Welsh text.` }))
}
