import { inLanguage } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import type { PortalLanguage } from '../../visitor.ts'
import { languageOfForm } from '../form-language.ts'
import { listAnswersRead } from '../list-answers-read.ts'
import type { ReadRow } from '../list-answers-read.ts'
import type { MySubmission } from '../mine.ts'
import { dayAndTimeOf } from '../times.ts'
import { blocksOfFiles, blocksOfFormatted, blocksOfWords } from './copy-blocks.ts'
import type { CopyBlock, CopyDocument, PrintSize } from './copy-document.ts'

type Sent = Pick<MySubmission, 'definition' | 'counted' | 'files'> & {
  receipt: Pick<NonNullable<MySubmission['receipt']>, 'reference' | 'submittedAt'>
}

/** What stands on a copy of a form that was sent: what its page on the screen shows, in the same order. */
export function describeCopy(
  submission: Sent,
  { language, size }: { language: PortalLanguage; size: PrintSize },
): CopyDocument {
  const { definition, receipt } = submission
  const t = translator(language)
  const formLanguage = languageOfForm(definition, language)
  const answerOf = ({ value }: ReadRow): CopyBlock[] => {
    switch (value.kind) {
      case 'words':
        return blocksOfWords(value.words)
      case 'formatted':
        return blocksOfFormatted(value.blocks)
      case 'files':
        return blocksOfFiles(value.files, t, language)
    }
  }
  return {
    kind: 'copy',
    size,
    language,
    formLanguage,
    title: inLanguage(definition.title, formLanguage),
    reference: receipt.reference,
    madeAt: Math.floor(new Date(receipt.submittedAt).getTime() / 1000),
    words: {
      caption: t('portal.copy.caption'),
      sent: t('portal.copy.sent', {
        reference: receipt.reference,
        when: dayAndTimeOf(receipt.submittedAt, language),
      }),
      page: t('portal.pdf.page', { page: '{page}', pages: '{pages}' }),
      notShown: t('portal.pdf.notShown'),
    },
    pages: listAnswersRead(submission, formLanguage).map((page) => ({
      title: page.title,
      parts: page.parts.map((part) => ({
        title: part.title ?? null,
        rows: part.rows.map((row) => ({ question: row.name, answer: answerOf(row) })),
      })),
    })),
  }
}
