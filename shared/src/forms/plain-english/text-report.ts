import type { Text } from '../../texts/language.ts'
import { findCapitals, listAbbreviations } from './abbreviations.ts'
import { plainEnglishLimits } from './plain-english-limits.ts'
import { readingAge } from './reading-age.ts'
import { listSentences, listWords } from './sentences.ts'
import { wordsToAvoid } from './words-to-avoid.ts'

/** How the English of a text reads; what could be better is said in sentences that say what to do. */
export type TextReport = {
  words: number
  sentences: number
  /** In years; undefined where the text is too short for a figure. */
  readingAge: number | undefined
  advice: string[]
  abbreviations: string[]
}

const reports = new WeakMap<Text, TextReport>()

/** How a text reads, worked out once for each text: whoever types changes one of them. */
export function reportOnText(text: Text): TextReport {
  const before = reports.get(text)
  if (before) return before
  const report = readText(text.en)
  reports.set(text, report)
  return report
}

function readText(english: string): TextReport {
  const sentences = listSentences(english)
  const lengths = sentences.map((sentence) => listWords(sentence).length)
  const words = lengths.reduce((sum, length) => sum + length, 0)
  const age = words >= plainEnglishLimits.wordsForReadingAge.value ? readingAge(sentences) : undefined
  return {
    words,
    sentences: sentences.length,
    readingAge: age,
    advice: [...adviceOnLength(lengths), ...adviceOnAge(age, lengths), ...adviceOnWords(english)],
    abbreviations: listAbbreviations(english),
  }
}

function adviceOnLength(lengths: number[]): string[] {
  const limit = plainEnglishLimits.wordsInSentence.value
  return lengths.flatMap((length, index) =>
    length > limit
      ? [`Split ${ordinal(index, lengths.length)}: it has ${length} words, and ${limit} are enough.`]
      : [],
  )
}

function adviceOnAge(age: number | undefined, lengths: number[]): string[] {
  const { readingAgeWarning, readingAgeAim } = plainEnglishLimits
  if (age === undefined || age <= readingAgeWarning.value) return []
  const longest = lengths.indexOf(Math.max(...lengths))
  const what = `Reading age ${age}, aim at ${readingAgeAim.value}:`
  return [`${what} shorten ${ordinal(longest, lengths.length)}, and use shorter words.`]
}

function adviceOnWords(english: string): string[] {
  const advice: string[] = []
  const small = english.toLowerCase().replaceAll(/\s+/g, ' ')
  for (const [word, instead] of wordsToAvoid) {
    // Most words are not there at all, which is cheaper to find out.
    if (small.includes(word) && new RegExp(`\\b${word}\\b`).test(small))
      advice.push(`Instead of “${word}” write: ${instead}.`)
  }
  const loud = findCapitals(english)
  if (loud)
    advice.push(`Write “${loud}” in small letters: capitals are hard to read and sound like shouting.`)
  const link = /\b(?:click|tap|press) here\b|\b(?:read|find out) more here\b/i.exec(english)
  if (link) advice.push(`Say where it leads instead of “${link[0]}”.`)
  const address = /\b(?:https?:\/\/|www\.)\S+/i.exec(english)
  if (address) advice.push('Name the page instead of its address: a screen reader spells an address out.')
  return advice
}

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

function ordinal(index: number, of: number): string {
  if (of === 1) return 'the sentence'
  return ordinals[index] ? `the ${ordinals[index]} sentence` : `sentence ${index + 1}`
}
