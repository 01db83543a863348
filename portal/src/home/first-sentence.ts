/** The first sentence of a text, for a list in which there is room for one line. */
export function firstSentence(text: string): string {
  const [line = ''] = text.trim().split('\n')
  // A stop within a sentence, as of “e.g.”, is followed by no capital letter.
  return /^.*?[.!?](?=\s+[\p{Lu}\p{Pi}\d])/u.exec(line)?.[0] ?? line.trim()
}
