import { z } from 'zod'
import { inLanguage } from '../texts/language.ts'
import type { Language } from '../texts/language.ts'
import { questionTranslator } from '../texts/question-translator.ts'
import { QuestionId } from '../values/ids.ts'
import { isStorableText } from '../values/storable-text.ts'
import type { FormDefinition, Page } from './form-definition.ts'
import { listPageQuestions, listQuestions } from './form-definition.ts'
import type { Problem, ValidationContext } from './questions/question-parts.ts'
import { answerOf, behaviourOf } from './questions/question-types.ts'
import type { Answer, Question } from './questions/question-types.ts'
import { countCharacters } from './questions/typed-text.ts'

/**
 * Answers by question id, each as typed. The keys are checked before anything else is done with them: a
 * record schema alone drops `__proto__` silently, and a dropped answer is a lost answer.
 */
export const Answers = z
  .custom<Record<string, unknown>>(
    hasOnlyQuestionIds,
    'Every answer must be keyed by the id of its question.',
  )
  .pipe(z.record(QuestionId, z.union(Object.values(answerOf))))
export type Answers = Record<QuestionId, Answer>

/** The answers among `posted` that belong to the page and have the shape of their question; the rest is named. */
export function sortAnswers(page: Page, posted: Answers): { kept: Answers; strangers: QuestionId[] } {
  const kept: Answers = {}
  const strangers: QuestionId[] = []
  for (const [questionId, answer] of Object.entries(posted)) {
    const question = listPageQuestions(page).find((candidate) => candidate.id === questionId)
    const typed = question && question.type !== 'calculated' ? question : undefined
    const parsed = typed && behaviourOf(typed).parse(answer)
    if (parsed !== undefined) kept[questionId] = parsed
    else strangers.push(questionId)
  }
  return { kept, strangers }
}

/**
 * The answers of a page that can be kept, and a sentence for each that cannot: far too long, or with a
 * character that no database keeps. Whoever shows the page again shows those as they were typed.
 */
export function sortStorable(
  page: Page,
  typed: Answers,
  language: Language,
): { storable: Answers; problems: Problem[] } {
  const storable: Answers = {}
  const problems: Problem[] = []
  for (const question of listPageQuestions(page)) {
    const answer = typed[question.id]
    if (answer === undefined) continue
    if (behaviourOf(question).parse(answer) !== undefined) storable[question.id] = answer
    else problems.push({ questionId: question.id, message: notStorableSentence(question, answer, language) })
  }
  return { storable, problems }
}

function notStorableSentence(question: Question, answer: Answer, language: Language): string {
  const wording = { question: inLanguage(question.wording, language) }
  if (!('maxLength' in question) || typeof answer !== 'string' || !isStorableText(answer)) {
    return questionTranslator(language)('validation.textNotStorable', wording)
  }
  const parameters = { ...wording, max: question.maxLength, length: countCharacters(answer) }
  return questionTranslator(language)('validation.textTooLong', parameters)
}

type CountedFile = { fileId: string; questionId: string; counts: boolean }

/** The answers with those of file questions, which name the files that really are there. */
export function withFiles(
  definition: FormDefinition,
  answers: Answers,
  files: readonly CountedFile[],
): Answers {
  const asked = listQuestions(definition).filter(({ type }) => type === 'file')
  const named = asked.map(({ id }) => {
    const own = files.filter((file) => file.questionId === id && file.counts)
    return [id, { fileIds: own.map(({ fileId }) => fileId) }]
  })
  return { ...answers, ...(Object.fromEntries(named) as Answers) }
}

/** Whether nobody types the answer: files are uploaded apart, and a calculated value follows from others. */
export function isNotTyped(question: Question): boolean {
  return question.type === 'file' || question.type === 'calculated'
}

/** The answers of one page out of the fields of a plain HTML form; what is not typed is left out. */
export function readPage(page: Page, readField: (name: string) => string): Answers {
  const answers: Answers = {}
  for (const question of listAsked(listPageQuestions(page))) {
    if (!isNotTyped(question)) answers[question.id] = readAnswer(question, readField)
  }
  return answers
}

export function readAnswer(question: Question, readField: (name: string) => string): Answer {
  return behaviourOf(question).read(readField)
}

/** What is wrong with one answer, as sentences for the person who typed it. */
export function validateAnswer(question: Question, answer: unknown, context: ValidationContext): Problem[] {
  return behaviourOf(question).validate(answer, context)
}

/** An answer as people read it, lines separated by `\n`; `''` when nothing was answered. */
export function displayAnswer(question: Question, answer: unknown, language: Language): string {
  return behaviourOf(question).display(answer, language)
}

/** The questions among these that can be answered: a guidance text is only read. */
export function listAsked<Asked extends Question>(questions: readonly Asked[]): Asked[] {
  return questions.filter(({ type }) => type !== 'guidance')
}

/** Whether a question has been answered at all. */
export function isAnswered(question: Question, answers: Answers): boolean {
  return !behaviourOf(question).isEmpty(answers[question.id])
}

/** The answer that names the child, or undefined when the form has none. */
export function findChildAnswer(definition: FormDefinition, answers: Answers): unknown {
  const question = listQuestions(definition).find((candidate) => candidate.type === 'childDetails')
  return question ? answers[question.id] : undefined
}

function hasOnlyQuestionIds(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((key) => QuestionId.safeParse(key).success)
  )
}
