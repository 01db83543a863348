import { z } from 'zod'
import { StorableText } from '../values/storable-text.ts'

export const Language = z.enum(['en', 'cy'])
export type Language = z.infer<typeof Language>

/** A text in English and, where it has been translated, in Welsh; a missing Welsh text falls back to English. */
export const Text = z.strictObject({ en: StorableText.max(10_000), cy: StorableText.max(10_000).optional() })
export type Text = z.infer<typeof Text>

/** Texts of the product by key; `_one` and `_other` (in Welsh also `_two`, `_few`, `_many`) are plural forms. */
export type Catalogue = Record<string, { en: string; cy?: string }>

/** The language in which a text is worded, where it is not the one that was asked for: it is read out in its own. */
export function otherLanguage(text: Text, language: Language): Language | undefined {
  return language === 'cy' && !text.cy ? 'en' : undefined
}

/** The wording of `text` in `language`, or its English. */
export function inLanguage(text: Text, language: Language): string {
  return language === 'cy' && text.cy ? text.cy : text.en
}
