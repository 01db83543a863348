/** Why a match is left to an officer, whatever a rule or the score says. */
export const vetoes = {
  anotherIsGood: 'Another person on record may be this child too',
  sameAddress: 'A twin, sibling or namesake of the same address is on record',
  sameContact:
    'A twin, sibling or namesake whose parent has the same telephone number or e-mail address is on record',
  tooFewData: 'Too few data: names, date of birth and an address or identifier are needed on both sides',
  anotherGivenName: 'The given names may be those of a brother, sister or twin',
  anotherFamilyName: 'The family names differ',
  anotherBirth: 'The dates of birth differ by more than a slip',
  differentIdentifier: 'An identifier or the sex differs',
  commonNames: 'The names are so common that a namesake born on the same day may be meant',
  swappedNames: 'Given names and family name are exchanged, and more differs',
  inactive: 'The person on record is inactive',
  neverOfSource: 'The authority lets nothing from this source be automatic',
} as const
export type Veto = keyof typeof vetoes
