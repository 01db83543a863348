/**
 * The plain digits of a number as people here type it (`20,000`, `20 000`, `-3.5`), or undefined. A comma or
 * space counts only in front of three digits: `1,5` may be meant as one and a half and is not guessed at.
 */
export function findNumberText(typed: string): string | undefined {
  const text = typed.trim().replace('−', '-')
  const shape = /^-?(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?$|^-?\.\d+$/
  return shape.test(text) ? text.replaceAll(/[, ]/g, '') : undefined
}

const writer = (locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })
const writers = { en: writer('en-GB'), cy: writer('cy-GB') }

/** A number with thousands commas and as many decimal places as it has, up to 6. */
export function formatNumber(value: number, language: 'en' | 'cy'): string {
  return writers[language].format(value)
}
