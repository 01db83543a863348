import type { PlainDate } from '../../values/plain-date.ts'

export type Sex = 'female' | 'male'

/** What identifies a child or a person, as far as it is known; undefined is missing, never different. */
export type Identity = {
  externalId?: string | undefined
  givenNames?: string | undefined
  familyName?: string | undefined
  dateOfBirth?: PlainDate | undefined
  sex?: Sex | undefined
  upn?: string | undefined
  postcode?: string | undefined
}

export const identityFields = ['givenNames', 'familyName', 'dateOfBirth', 'sex', 'upn', 'postcode'] as const
export type IdentityField = (typeof identityFields)[number]

export type Comparison = 'agrees' | 'differs' | 'missing'

/** Field by field, whether two identities agree; a field that either side lacks is missing. */
export function compareIdentities(incoming: Identity, person: Identity): Record<IdentityField, Comparison> {
  const compare = (field: IdentityField): Comparison => compareField(incoming[field], person[field])
  return {
    givenNames: compare('givenNames'),
    familyName: compare('familyName'),
    dateOfBirth: compare('dateOfBirth'),
    sex: compare('sex'),
    upn: compare('upn'),
    postcode: compare('postcode'),
  }
}

function compareField(a: string | undefined, b: string | undefined): Comparison {
  if (!a || !b) return 'missing'
  return fold(a) === fold(b) ? 'agrees' : 'differs'
}

/** Folded for comparison: no capitals, accents, spaces, hyphens or apostrophes, so O’Neill is ONEILL. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
