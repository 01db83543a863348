import { z } from 'zod'
import { inLanguage } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { Id } from '../../values/ids.ts'
import { presenceFacts } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { QuestionModel } from './question-parts.ts'

export const FileKind = z.enum(['pdf', 'docx', 'jpeg', 'png', 'text'])
export type FileKind = z.infer<typeof FileKind>

/** What each kind of file is called, by extension and by media type. */
export const fileKinds: Record<FileKind, { extensions: readonly string[]; mediaType: string; name: string }> =
  {
    pdf: { extensions: ['pdf'], mediaType: 'application/pdf', name: 'PDF' },
    docx: {
      extensions: ['docx'],
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      name: 'Word (DOCX)',
    },
    jpeg: { extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg', name: 'JPEG' },
    png: { extensions: ['png'], mediaType: 'image/png', name: 'PNG' },
    text: { extensions: ['txt'], mediaType: 'text/plain', name: 'TXT' },
  }

/** The largest file that any question may allow: 50 MB. */
export const mostFileBytes = 50 * 1024 * 1024

/** The most files that a question may allow. */
export const mostFiles = 20

export const FileQuestion = z.strictObject({
  ...questionParts,
  type: z.literal('file'),
  maxFiles: z.int().min(1).max(mostFiles),
  maxBytes: z.int().min(1).max(mostFileBytes),
  types: z.array(FileKind).min(1).max(5),
})
export type FileQuestion = z.infer<typeof FileQuestion>

/** The files themselves are uploaded apart; the answer names them, and the server alone fills it in. */
export const FileAnswer = z.strictObject({ fileIds: z.array(Id).max(20) })
export type FileAnswer = z.infer<typeof FileAnswer>

export const fileModel: QuestionModel<FileQuestion, FileAnswer> = {
  emptyAnswer: () => ({ fileIds: [] }),
  isEmpty: (answer) => answer.fileIds.length === 0,
  read: () => ({ fileIds: [] }),
  validate(question, answer, context) {
    const t = questionTranslator(context.language)
    const wording = inLanguage(question.wording, context.language)
    if (answer.fileIds.length === 0) {
      return question.required
        ? [{ questionId: question.id, message: t('validation.fileNeeded', { question: wording }) }]
        : []
    }
    if (answer.fileIds.length <= question.maxFiles) return []
    const message = t('validation.filesTooMany', { question: wording, max: question.maxFiles })
    return [{ questionId: question.id, message }]
  },
  display: (_question, answer) => String(answer.fileIds.length),
  facts: () => presenceFacts((answer) => answer.fileIds.length > 0),
}
