import { usePortal } from '../use-portal.ts'
import { fileStateInWords } from './file-state-in-words.ts'
import type { OwnFile } from './list-answers-read.ts'

/** Where a file stands in its check, in words for its sender; nothing where there is nothing to say. */
export function FileState({ file, sent }: { file: OwnFile; sent: boolean }) {
  const { t, language } = usePortal()
  const state = fileStateInWords(file, sent, t)
  switch (state?.kind) {
    case undefined:
      return null
    case 'checking':
      return (
        <span className="govuk-hint govuk-!-margin-bottom-0 send-file-state" lang={language}>
          {state.words}
        </span>
      )
    case 'refused':
      return (
        <span className="govuk-error-message govuk-!-margin-bottom-0 send-file-state" lang={language}>
          <span className="govuk-visually-hidden">{t('portal.error.prefix')} </span>
          {state.words}
        </span>
      )
  }
}
