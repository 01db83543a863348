import { listNicknameGroups } from './nicknames.ts'
import type { FoldedName } from './match-record.ts'
import type { Birth } from './read-birth.ts'

/** The words under which a name is found: the whole, and each part. */
export function listWords({ whole, parts }: FoldedName): string[] {
  return parts.length === 1 ? [whole] : [...new Set([whole, ...parts])]
}

/** What two words have in common that are one letter apart, sound alike, or are forms of one name. */
export function listWordKeys(word: string): string[] {
  const groups = [...listNicknameGroups(word)].map((group) => `~${group}`)
  return [...listSlipKeys(word), `#${skeletonOf(word)}`, ...groups]
}

/** A text, and what is left of it without any one letter: two texts with a slip between them share one of these. */
export function listSlipKeys(text: string): string[] {
  if (text.length < 3) return [text]
  return [text, ...Array.from(text, (_, place) => text.slice(0, place) + text.slice(place + 1))]
}

/** The dates that are near: two parts the same, or the same when day and month are exchanged. */
export function listBirthKeys({ digits, year, month, day }: Omit<Birth, 'real'>): string[] {
  if (year === 0) return [digits]
  const keys = [digits, `ym${year}.${month}`, `yd${year}.${day}`, `md${month}.${day}`]
  return day <= 12 ? [...keys, `ym${year}.${day}`, `yd${year}.${month}`, `md${day}.${month}`] : keys
}

/** The first letter and the consonants after it, none twice in a row: what is left of a name that is misheard. */
export function skeletonOf(word: string): string {
  const heard = heardAs(word)
  return (heard.slice(0, 1) + heard.slice(1).replaceAll(/[aeiouyhw]/g, ''))
    .replaceAll(/(.)\1+/g, '$1')
    .slice(0, 5)
}

/** A name with one letter for letters that sound alike, and none twice in a row: Phillippa and Filipa. */
export function heardAs(word: string): string {
  return word
    .replaceAll('ph', 'f')
    .replaceAll('gh', 'h')
    .replaceAll('ck', 'k')
    .replaceAll(/[cq]/g, 'k')
    .replaceAll('z', 's')
    .replaceAll(/(.)\1+/g, '$1')
}
