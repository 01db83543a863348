import { isNhsNumber, tidyNhsNumber } from '../../values/nhs-number.ts'
import { findPostcode } from '../../values/postcode.ts'
import { tidyUpn } from '../../values/upn.ts'
import type { ExternalId } from './external-id.ts'
import { foldName, foldUmlauts } from './fold-name.ts'
import { foldContacts, type FoldedParents, type ToldParentContact } from './parent-contacts.ts'
import { readBirth, type Birth } from './read-birth.ts'

/** What is told of somebody, as it was written; an empty or absent value is missing. */
export type Told = {
  externalId?: string | null | undefined
  /** Of somebody on record, the numbers of schools’ systems and of records merged into this one, beside the authority’s own. */
  furtherIds?: readonly ExternalId[] | undefined
  givenNames?: string | null | undefined
  familyName?: string | null | undefined
  formerFamilyName?: string | null | undefined
  /** Of somebody on record: what they are called, where that is otherwise, and family names before the former one. */
  knownAsGivenNames?: string | null | undefined
  knownAsFamilyName?: string | null | undefined
  earlierFamilyNames?: readonly string[] | null | undefined
  dateOfBirth?: string | null | undefined
  sex?: string | null | undefined
  upn?: string | null | undefined
  nhsNumber?: string | null | undefined
  addressLine1?: string | null | undefined
  addressLine2?: string | null | undefined
  town?: string | null | undefined
  postcode?: string | null | undefined
  schoolUrn?: string | null | undefined
  /** How parents and carers are reached. */
  parentContacts?: readonly ToldParentContact[] | null | undefined
}

/** A name folded: as one word, in its parts, and as one word in which both ways to write an umlaut are one. */
export type FoldedName = { whole: string; plain: string; parts: readonly string[] }

/** A postcode without its space; the outer parts are known of a British one only. */
export type FoldedPostcode = {
  whole: string
  sector: string | undefined
  district: string | undefined
  area: string | undefined
}

export type FoldedAddress = { number: string | undefined; words: readonly string[] }

/** What is told of somebody, made ready for comparison; undefined is missing. */
export type MatchRecord = {
  given: FoldedName | undefined
  family: FoldedName | undefined
  former: FoldedName | undefined
  /** What somebody is called; absent where there is nothing of the sort, as of nearly everybody. */
  knownAs?: { given: FoldedName | undefined; family: FoldedName | undefined }
  /** Family names before the former one; absent where there are none. */
  earlier?: readonly FoldedName[]
  birth: Birth | undefined
  sex: 'female' | 'male' | undefined
  upn: string | undefined
  nhsNumber: string | undefined
  postcode: FoldedPostcode | undefined
  address: FoldedAddress | undefined
  school: string | undefined
  /** How parents and carers are reached; absent where nothing of it is known. */
  parents?: FoldedParents
}

/** Folds what is told of somebody. A value that cannot be read is kept by its letters and digits. */
export function foldRecord(told: Told): MatchRecord {
  const parents = foldContacts(told.parentContacts)
  return {
    given: foldParts(told.givenNames),
    family: foldParts(told.familyName),
    former: foldParts(told.formerFamilyName),
    birth: readBirth(told.dateOfBirth),
    sex: readSex(told.sex),
    upn: told.upn ? tidyUpn(told.upn) || undefined : undefined,
    nhsNumber: readNhsNumber(told.nhsNumber),
    postcode: foldPostcode(told.postcode),
    address: foldAddress(told),
    school: told.schoolUrn?.trim() || undefined,
    ...foldFurtherNames(told),
    ...(parents ? { parents } : {}),
  }
}

function foldFurtherNames({
  knownAsGivenNames,
  knownAsFamilyName,
  earlierFamilyNames,
}: Told): Pick<MatchRecord, 'knownAs' | 'earlier'> {
  const [given, family] = [foldParts(knownAsGivenNames), foldParts(knownAsFamilyName)]
  const earlier = (earlierFamilyNames ?? []).flatMap((name) => foldParts(name) ?? [])
  return {
    ...(given || family ? { knownAs: { given, family } } : {}),
    ...(earlier.length > 0 ? { earlier } : {}),
  }
}

/** The record under each further name of somebody, itself first: what leads to one of these leads to the person. */
export function listGuises(record: MatchRecord): MatchRecord[] {
  const { knownAs, earlier, ...plain } = record
  if (!knownAs && !earlier) return [record]
  const given = knownAs?.given ?? plain.given
  const families = [plain.family, knownAs?.family, ...(earlier ?? [])]
  const under = families.flatMap((family) =>
    family ? [{ ...plain, family, former: family === plain.family ? plain.former : undefined }] : [],
  )
  return [plain, ...under.flatMap((guise) => [guise, { ...guise, given }])]
}

/** Every name of somebody, as it is and as it was. */
export function listNames({ given, family, former, knownAs, earlier = [] }: MatchRecord): FoldedName[] {
  return [given, family, former, knownAs?.given, knownAs?.family, ...earlier].filter(
    (name) => name !== undefined,
  )
}

/** The record with given names and family name exchanged, as forms are sometimes filled in. */
export function swapNames(record: MatchRecord): MatchRecord {
  const { given: family, family: given, knownAs } = record
  const called = knownAs ? { knownAs: { given: knownAs.family, family: knownAs.given } } : {}
  return { ...record, given, family, ...called }
}

/** Female or male out of the ways in which files say it; anything else is missing. */
export function readSex(written: string | null | undefined): 'female' | 'male' | undefined {
  switch (written?.trim().toLowerCase()) {
    case 'f':
    case 'female':
    case 'girl':
    case '2':
      return 'female'
    case 'm':
    case 'male':
    case 'boy':
    case '1':
      return 'male'
    default:
      return undefined
  }
}

function foldParts(written: string | null | undefined): FoldedName | undefined {
  const folded = written ? foldName(written) : ''
  if (folded === '') return undefined
  const whole = folded.replaceAll(' ', '')
  return { whole, plain: foldUmlauts(whole), parts: folded.split(' ') }
}

function readNhsNumber(written: string | null | undefined): string | undefined {
  // A wrong check digit means that some digit is wrong: compared, it would speak for another person.
  return written && isNhsNumber(written) ? tidyNhsNumber(written) : undefined
}

function foldPostcode(written: string | null | undefined): FoldedPostcode | undefined {
  const british = written ? findPostcode(written) : undefined
  const whole = (british ?? written ?? '').toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (whole === '') return undefined
  if (!british) return { whole, sector: undefined, district: undefined, area: undefined }
  const district = whole.slice(0, -3)
  return { whole, sector: whole.slice(0, -2), district, area: /^[A-Z]+/.exec(district)?.[0] }
}

function foldAddress({ addressLine1, addressLine2, town }: Told): FoldedAddress | undefined {
  const words = foldName([addressLine1, addressLine2, town].filter(Boolean).join(' '))
    .split(' ')
    .filter(Boolean)
  if (words.length === 0) return undefined
  const number = words.find((word) => /^\d+[a-z]?$/.test(word))
  return { number, words: words.filter((word) => word !== number) }
}
