import { createInstance } from 'i18next'
import type { Catalogue, Language } from './language.ts'

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${PluralForm}` ? Base : Key

/** The key of a text of a catalogue; plural texts are asked for without their `_one` or `_other`. */
export type KeyOf<Texts extends Catalogue> = WithoutPlural<keyof Texts & string>

/** Gives the wording of a text; `{{name}}` in it is replaced by the parameter, and `count` picks the plural. */
export type TranslateKey<Key extends string> = (
  key: Key,
  parameters?: Record<string, string | number>,
) => string

/** Of a catalogue, what gives its texts in one language; each language is made when it is first asked for. */
export function makeTranslators<Texts extends Catalogue>(
  catalogue: Texts,
): (language: Language) => TranslateKey<KeyOf<Texts>> {
  const made = new Map<Language, TranslateKey<KeyOf<Texts>>>()
  return (language) => {
    const translate = made.get(language) ?? makeTranslator(catalogue, language)
    made.set(language, translate)
    return translate
  }
}

function makeTranslator(catalogue: Catalogue, language: Language): TranslateKey<string> {
  const instance = createInstance()
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    // React and the mail templates escape; escaping here would show &amp; to people.
    interpolation: { escapeValue: false },
    resources: {
      en: { translation: wordings(catalogue, 'en') },
      cy: { translation: wordings(catalogue, 'cy') },
    },
  })
  const fixed = new Map<string, string>()
  return (key, parameters) => {
    if (parameters) return instance.t(key, parameters)
    const text = fixed.get(key) ?? instance.t(key)
    fixed.set(key, text)
    return text
  }
}

function wordings(catalogue: Catalogue, language: Language): Record<string, string> {
  const pairs = Object.entries(catalogue).flatMap(([key, text]) => {
    const wording = text[language]
    return wording === undefined ? [] : [[key, wording] as const]
  })
  return Object.fromEntries(pairs)
}
