import { cyrb53 } from '../../values/cyrb53.ts'
import { listWordKeys, listWords, heardAs } from './candidate-keys.ts'
import { foldRecord, listNames, type Told } from './match-record.ts'
import { listForms } from './nicknames.ts'
import { keyOfWord } from './stored-keys.ts'
import { countSlips } from './string-closeness.ts'

/** A word of names on record: by which keys what is nearly spelled so finds it, and which people’s key it is. */
export type NameWord = { word: string; keys: number[]; personKey: number }

/** How near a word of a name is to what was typed: 0 begins so, 1 is a slip away or sounds alike, 2 a form of the name. */
export type Nearness = 0 | 1 | 2

/** Shorter ones are the beginning of a name: everything is a slip away from them. */
const fewestLetters = 3

/** Every word under which somebody’s names are found: current, former, and what they are called. */
export function listNameWords(told: Told): string[] {
  return [...new Set(listNames(foldRecord(told)).flatMap(listWords))]
}

/** A word as the dictionary of names holds it. */
export function asNameWord(word: string): NameWord {
  return { word, keys: listNearKeys(word), personKey: keyOfWord(word) }
}

/** The keys that a typed word shares with every word of a name that is near to it, and with some that are not. */
export function listNearKeys(word: string): number[] {
  return [...new Set(listWordKeys(word).map(cyrb53))]
}

/** How near a word of a name is to a typed one; both folded. Undefined is not near. */
export function findNearness(typed: string, word: string): Nearness | undefined {
  if (word.startsWith(typed)) return 0
  if (isBeginning(typed)) return undefined
  if (countSlips(typed, word, 1) <= 1 || heardAs(typed) === heardAs(word)) return 1
  return listForms(typed).includes(word) ? 2 : undefined
}

/** Whether a typed word is too short to be misspelt. */
export function isBeginning(typed: string): boolean {
  return typed.length < fewestLetters
}
