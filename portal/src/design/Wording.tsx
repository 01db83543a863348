import { inLanguage, otherLanguage, type Language, type Text } from '@send/shared/texts/language'

/** Words of somebody, set apart so that their direction turns nothing around them; read out in their own language. */
export function Wording({ text, language }: { text: Text; language: Language }) {
  return (
    <bdi className="send-wording" lang={otherLanguage(text, language)}>
      {inLanguage(text, language)}
    </bdi>
  )
}
