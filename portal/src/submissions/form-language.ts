import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import type { Translate } from '@send/shared/texts/translator'
import { usePortal } from '../use-portal.ts'

type Worded = Pick<FormDefinition, 'englishOnly'>

/** The language in which a form is read: that of its reader, unless it is in English only. */
export function languageOfForm({ englishOnly }: Worded, language: Language): Language {
  return englishOnly === undefined ? language : 'en'
}

/**
 * How a form is read on this page. `lang` marks what is in another language than the page, so that it is read out in its
 * own; the words around the form stay in the language of the page.
 */
export function useFormLanguage(form: Worded): {
  language: Language
  t: Translate
  lang: Language | undefined
} {
  const portal = usePortal()
  const language = languageOfForm(form, portal.language)
  return language === portal.language
    ? { language, t: portal.t, lang: undefined }
    : { language, t: translator(language), lang: language }
}
