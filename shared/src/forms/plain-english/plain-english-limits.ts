/** A limit, since when it is ours, and where it comes from. */
type Limit = { value: number; since: string; source: string }

/** From when a text is worth a warning: dated, so that a change of the guidance is a change of data. */
export const plainEnglishLimits = {
  wordsInSentence: {
    value: 25,
    since: '2014-08-04',
    source:
      'GOV.UK style guide: break up sentences of more than 25 words (insidegovuk.blog.gov.uk, 4 August 2014)',
  },
  readingAgeAim: {
    value: 9,
    since: '2016-02-25',
    source: 'GOV.UK content design: write for a reading age of 9',
  },
  readingAgeWarning: {
    value: 12,
    since: '2026-11-26',
    source: 'Our default: a formula of two averages is no finer than three years around the aim of 9',
  },
  wordsForReadingAge: {
    value: 20,
    since: '2026-11-26',
    source: 'Our default: in fewer words one long word, such as “assessment”, decides the whole figure',
  },
} as const satisfies Record<string, Limit>
