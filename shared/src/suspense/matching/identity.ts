import type { PlainDate } from '../../values/plain-date.ts'
import { findPostcode } from '../../values/postcode.ts'
import { isUpn, tidyUpn } from '../../values/upn.ts'
import { readSex, type Told } from './match-record.ts'
import { readBirth } from './read-birth.ts'

export type Sex = 'female' | 'male'

/** What identifies a child or a person, as far as it is known; undefined is missing, never different. */
export type Identity = {
  givenNames?: string | undefined
  familyName?: string | undefined
  dateOfBirth?: PlainDate | undefined
  sex?: Sex | undefined
  upn?: string | undefined
  postcode?: string | undefined
}

export type IdentityField = 'givenNames' | 'familyName' | 'dateOfBirth' | 'sex' | 'upn' | 'postcode'

export type Comparison = 'agrees' | 'differs' | 'missing'

/** The identity that the rules compare, out of what is told: a value that cannot be read is missing to them. */
export function readIdentity(told: Told): Identity {
  const birth = readBirth(told.dateOfBirth)
  const { digits } = birth ?? { digits: '' }
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  return {
    givenNames: told.givenNames ?? undefined,
    familyName: told.familyName ?? undefined,
    dateOfBirth: birth?.real ? date : undefined,
    sex: readSex(told.sex),
    upn: told.upn && isUpn(told.upn) ? tidyUpn(told.upn) : undefined,
    postcode: told.postcode ? findPostcode(told.postcode) : undefined,
  }
}

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
