import fc from 'fast-check'
import {
  changePage,
  changeQuestion,
  insertPage,
  insertQuestion,
  movePage,
  moveQuestion,
} from '../forms/edit-definition.ts'
import { listQuestions, type FormDefinition, type Page } from '../forms/form-definition.ts'
import type { Question } from '../forms/questions/question-types.ts'
import { newId, newSectionId } from '../values/ids.ts'
import { buildForm, buildPage, buildQuestion } from './build-form.ts'
import { removePart } from './edit-one.ts'

/** One edit of an officer; `at` picks the question or page, `text` is what they type. */
type Edit = { kind: (typeof kinds)[number]; at: number; text: string; step: 1 | -1 }

const kinds = [
  'reword',
  'translate',
  'help',
  'noHelp',
  'require',
  'showIf',
  'options',
  'rule',
  'addQuestion',
  'removeQuestion',
  'moveQuestion',
  'moveFar',
  'pageTitle',
  'addPage',
  'removePage',
  'movePage',
  'formTitle',
  'readers',
] as const

/** Any few edits, as two officers might make them. */
export const someEdits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.nat(40),
    text: fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme-ascii' }),
    step: fc.constantFrom(1 as const, -1 as const),
  }),
  { maxLength: 6 },
)

/** The same for tests that know no arbitraries: a list of edits for each of so many steps, from a seed. */
export function sampleEdits(seed: number, steps: number): Edit[][] {
  return fc.sample(someEdits, { seed, numRuns: steps })
}

/** A form of three pages, one with sections, with questions of several types. */
export function buildFormToEdit(): FormDefinition {
  const questions = () => [buildQuestion('shortText'), buildQuestion('singleChoice'), buildQuestion('yesNo')]
  const section = () => ({ id: newSectionId(), title: { en: 'A section' }, questions: questions() })
  return buildForm({
    pages: [
      buildPage([buildQuestion('childDetails'), ...questions()]),
      buildPage(questions(), { sections: [section(), section()] }),
      buildPage(questions()),
    ],
  })
}

/** The form after the edits, made through the builder's own functions. */
export function applyEdits(form: FormDefinition, edits: readonly Edit[]): FormDefinition {
  return edits.reduce(applyEdit, form)
}

function applyEdit(form: FormDefinition, edit: Edit): FormDefinition {
  const questions = listQuestions(form)
  const question = questions[edit.at % Math.max(1, questions.length)]
  const page = form.pages[edit.at % Math.max(1, form.pages.length)]
  if (edit.kind === 'formTitle') return { ...form, title: { en: edit.text } }
  if (edit.kind === 'addPage') return insertPage(form, buildPage([buildQuestion('date')]), edit.at % 4)
  if (edit.kind === 'readers') {
    const entry = {
      effect: 'allow' as const,
      subject: { kind: 'group' as const, id: newId() },
      rights: ['read' as const],
    }
    return { ...form, accessList: { entries: [...form.accessList.entries, entry] } }
  }
  return question && page ? editPart(form, edit, { question, page, questions }) : form
}

type Parts = { question: Question; page: Page; questions: Question[] }

function editPart(form: FormDefinition, edit: Edit, { question, page, questions }: Parts): FormDefinition {
  const change = (part: (before: Question) => Question) => changeQuestion(form, question.id, part)
  const text = { en: edit.text }
  switch (edit.kind) {
    case 'reword':
      return change((before) => ({ ...before, wording: { ...before.wording, en: edit.text } }))
    case 'translate':
      return change((before) => ({ ...before, wording: { ...before.wording, cy: edit.text } }))
    case 'help':
      return change((before) => ({ ...before, help: text }))
    case 'noHelp':
      return change(withoutHelp)
    case 'require':
      return change((before) => ({ ...before, required: edit.step === 1 }))
    case 'showIf': {
      const other = questions[edit.text.length]
      if (!other) return form
      const of = { from: 'answer' as const, questionId: other.id }
      return change((before) => ({ ...before, showIf: { kind: 'answered', of } }))
    }
    case 'options':
      return change((before) =>
        before.type === 'singleChoice' ? { ...before, options: editOptions(before.options, edit) } : before,
      )
    case 'rule': {
      const must = { kind: 'answered' as const, of: { from: 'answer' as const, questionId: question.id } }
      const rule = { id: newId(), must, message: text }
      return change((before) => ({ ...before, rules: [...(before.rules ?? []), rule] }))
    }
    case 'addQuestion':
      return insertQuestion(form, page.id, {
        question: buildQuestion('longText', { wording: text }),
        index: edit.at % 3,
      })
    case 'removeQuestion':
      return removePart(form, question.id)
    case 'moveQuestion':
      return moveQuestion(form, question.id, edit.step)
    case 'moveFar':
      return insertQuestion(removePart(form, question.id), page.id, { question, index: edit.at % 4 })
    case 'pageTitle':
      return changePage(form, page.id, (before) => ({ ...before, title: text }))
    case 'removePage':
      return removePart(form, page.id)
    case 'movePage':
      return movePage(form, page.id, edit.step)
    case 'formTitle':
    case 'addPage':
    case 'readers':
      return form
  }
}

type Options = Extract<Question, { type: 'singleChoice' }>['options']

function editOptions(options: Options, { at, text, step }: Edit): Options {
  const index = at % Math.max(1, options.length)
  if (step === 1) return [...options, { value: `o${at}`, label: { en: text } }]
  return at % 2 === 0
    ? options.filter((_, place) => place !== index)
    : options.map((option, place) => (place === index ? { ...option, label: { en: text } } : option))
}

function withoutHelp(question: Question): Question {
  const others = { ...question }
  delete others.help
  return others
}
