import { listWords } from './sentences.ts'
import { countSyllables } from './syllables.ts'

/** Children in the United States enter the first grade at the age of six. */
const ageBeforeFirstGrade = 5

/** Beyond school the figure says nothing more than “hard”. */
const highestAge = 18

/**
 * The age in years at which a text is usually read with ease, by the Flesch–Kincaid grade level (Kincaid, Fishburne,
 * Rogers and Chissom 1975, for the US Navy) from 5 to 18. A figure to compare wordings by, not a judgement.
 */
export function readingAge(sentences: readonly string[]): number {
  const words = sentences.flatMap(listWords)
  if (words.length === 0) return ageBeforeFirstGrade
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0)
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
  return Math.min(highestAge, Math.max(ageBeforeFirstGrade, Math.round(grade + ageBeforeFirstGrade)))
}
