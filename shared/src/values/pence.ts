import { findNumberText } from './number.ts'

/** The most pounds that can be typed: no sum here is larger, and its pence are still exact. */
const mostPoundDigits = 10

/** The sum in pence that was typed as pounds and pence (`£1,250.50`, `12`, `12.5`), or undefined. */
export function findPence(typed: string): number | undefined {
  const text = findNumberText(typed.trim().replace(/^(-?)\s*£\s*/, '$1'))
  const parts = text && /^(-?)(\d*)(?:\.(\d{1,2}))?$/.exec(text)
  if (!parts) return undefined
  const [, sign, pounds = '', pence = ''] = parts
  if (pounds.length > mostPoundDigits) return undefined
  const sum = Number(pounds || '0') * 100 + Number(pence.padEnd(2, '0'))
  return sign === '-' && sum > 0 ? -sum : sum
}

/** A sum in pence as people write it: `£1,250.50`, and `£12` where there are no pence. */
export function formatPence(pence: number, language: 'en' | 'cy'): string {
  const locale = language === 'cy' ? 'cy-GB' : 'en-GB'
  const places = pence % 100 === 0 ? 0 : 2
  const options = { minimumFractionDigits: places, maximumFractionDigits: places }
  const pounds = new Intl.NumberFormat(locale, options).format(Math.abs(pence) / 100)
  return `${pence < 0 ? '-' : ''}£${pounds}`
}
