/** The words and codes by which files say that somebody’s sex is not known. */
export const unknownSex = [
  '',
  'u',
  'unknown',
  'not known',
  'x',
  'i',
  'indeterminate',
  'not specified',
  '0',
  '9',
]
