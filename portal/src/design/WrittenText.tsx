import { readFormattedText } from '@send/shared/forms/questions/formatted-text'
import { inLanguage, otherLanguage, type Language, type Text } from '@send/shared/texts/language'
import { FormattedText } from './FormattedText.tsx'

type WrittenTextProps = { text: Text; language: Language; leads?: boolean }

/** A text of several paragraphs and lists that somebody wrote; with `leads` its first paragraph is larger. */
export function WrittenText({ text, language, leads = false }: WrittenTextProps) {
  const words = inLanguage(text, language)
  if (words === '') return null
  return (
    <div
      className={`send-written${leads ? ' send-written--leads' : ''}`}
      lang={otherLanguage(text, language)}
      dir="auto"
    >
      <FormattedText blocks={readFormattedText(words)} />
    </div>
  )
}
