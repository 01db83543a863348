import type { Answers } from '../forms/answers.ts'
import { listQuestions, type FormDefinition, type Page } from '../forms/form-definition.ts'
import { mostFileBytes, type FileQuestion } from '../forms/questions/file.ts'
import type { Question } from '../forms/questions/question-types.ts'
import type { OriginChannel } from '../values/origin-channel.ts'
import type { OriginSignature } from './form-origin.ts'

/** The question of the scans, the same for every form: it stands in no definition that is published. */
export const scanQuestionId = 'q_scansofthepaperasitcameiny'
const paperPageId = 'p_scansofthepaperasitcameiny'

const scans: FileQuestion = {
  id: scanQuestionId,
  type: 'file',
  wording: { en: 'Scans of the paper' },
  help: { en: 'Every page that came in, with what came with it, or the note of the call.' },
  required: false,
  maxFiles: 20,
  maxBytes: mostFileBytes,
  types: ['pdf', 'jpeg', 'png', 'docx', 'text'],
}

const paperPage: Page = { id: paperPageId, title: { en: 'The paper itself' }, questions: [scans] }

/** A form that was entered for somebody, as it is read: with a last page for the scans of the paper. */
export function withPaperPage(definition: FormDefinition): FormDefinition {
  return { ...definition, pages: [...definition.pages, paperPage] }
}

/**
 * A form as an officer fills it in for somebody else. What only that person can sign is read and not answered: the
 * officer says at the end who signed, and when.
 */
export function forEntering(definition: FormDefinition): FormDefinition {
  const pages = definition.pages.map((page): Page => ({
    ...page,
    questions: page.questions.map(asRead),
    ...(page.sections && {
      sections: page.sections.map((section) => ({ ...section, questions: section.questions.map(asRead) })),
    }),
  }))
  return withPaperPage({ ...definition, pages })
}

function asRead(question: Question): Question {
  if (question.type !== 'declaration') return question
  const { id, wording, statement, showIf } = question
  const said = `${statement.en}\n\nYou do not sign this. When you send the form, say who signed it or agreed to it.`
  return { id, type: 'guidance', wording, required: false, text: { en: said }, ...(showIf && { showIf }) }
}

/** Whether a form asks somebody to sign. */
export function asksForSignature(definition: FormDefinition): boolean {
  return listQuestions(definition).some(({ type }) => type === 'declaration')
}

/** The declarations among the questions that were asked, as somebody signed all of them on paper or said so. */
export function answerDeclarations(
  definition: FormDefinition,
  asked: ReadonlySet<string>,
  { signature, channel }: { signature: OriginSignature; channel: OriginChannel },
): Answers {
  const signed = { agreed: 'yes' as const, name: signature.by, signedOn: signature.on, taken: channel }
  const declarations = listQuestions(definition).filter(
    ({ id, type }) => type === 'declaration' && asked.has(id),
  )
  return Object.fromEntries(declarations.map(({ id }) => [id, signed]))
}
