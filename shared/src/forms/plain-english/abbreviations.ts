/** Short forms that most people know by sight better than what they stand for; our list (26 November 2026). */
const known = new Set(['GP', 'ID', 'NHS', 'OK', 'PDF', 'TV', 'UK', 'USB'])

/** Ordinary words that are written in capitals to be loud. */
const loudWords =
  /^(?:all|and|any|but|do|if|important|must|never|no|none|not|note|only|or|please|warning|yes|you)$/i

/** The short forms in a text, each once, such as EHCP; those that everybody knows are left out. */
export function listAbbreviations(text: string): string[] {
  const found = text.match(/\b[A-Z]{2,6}(?=s?\b)|\bSaLT\b|\bSENCo\b/g) ?? []
  return [...new Set(found)].filter((short) => !known.has(short) && !loudWords.test(short))
}

/** Whether a text says what a short form stands for: `plan (EHCP)`, `EHCP (education…)` or `EHCP stands for …`. */
export function explains(text: string, short: string): boolean {
  return (
    text.includes(`(${short})`) ||
    text.includes(`(${short}s)`) ||
    new RegExp(`\\b${short}s? (?:\\(|stands for )`).test(text)
  )
}

/** What is written in capitals though it is no short form: loud words, long ones, several in a row. */
export function findCapitals(text: string): string | undefined {
  const row = /\b[A-Z]{3,}(?: [A-Z]{2,})+\b|\b[A-Z]{7,}\b/.exec(text)
  if (row) return row[0]
  return text.match(/\b[A-Z]{2,6}\b/g)?.find((word) => loudWords.test(word))
}
