import { z } from 'zod'
import type { PersonColumn } from '../people/person-columns.ts'
import { addDays, comparePlainDates, dateInLondon, PlainDate } from '../values/plain-date.ts'
import { findPostcode } from '../values/postcode.ts'
import { isUpn, tidyUpn } from '../values/upn.ts'
import type { Identity } from './matching/identity.ts'
import { readSex } from './matching/match-record.ts'
import { readBirth } from './matching/read-birth.ts'

/** Lines of one list that a school adds at once, without the heading. */
export const mostAddedLines = 500
/** Bytes of such a list: 500 lines of 500 letters. */
export const mostAddedBytes = 256 * 1024

/** What of a line is taken in; a list may have more columns, which are left out. */
export const addedColumns = [
  'given_names',
  'family_name',
  'date_of_birth',
  'sex',
  'upn',
  'postcode',
] as const satisfies readonly PersonColumn[]
export type AddedColumn = (typeof addedColumns)[number]
/** Those without which nobody can be told apart. */
export const neededColumns = ['given_names', 'family_name', 'date_of_birth'] as const

/** Why a line is not taken in. */
export const lineRefusals = [
  'quote',
  'columns',
  'unreadable',
  'formula',
  'tooLong',
  'givenNames',
  'familyName',
  'birth',
  'birthNoDate',
  'birthFuture',
  'birthTooOld',
  'sex',
  'upn',
  'postcode',
  'twice',
] as const
export const LineRefusal = z.enum(lineRefusals)
export type LineRefusal = z.infer<typeof LineRefusal>

/** Why a list as a whole cannot be read. */
export const listRefusals = [
  'empty',
  'tooLarge',
  'tooManyLines',
  'notText',
  'spreadsheet',
  'heading',
] as const
export type ListRefusal = (typeof listRefusals)[number]

/** A child of a list: whoever adds one types at least who it is. */
export type AddedChild = Identity & {
  givenNames: string
  familyName: string
  dateOfBirth: PlainDate
}

const longestName = 200
const unreadable = /\p{Cc}|\p{Cs}|\uFFFD/u
const formula = /^[=+@＝＋＠]/u
/** Plans end with the 26th birthday at the latest. */
const oldestDays = 26 * 366

/** Reads a line of a list: the child that it tells of, or everything that must be mended first. */
export function readAddedLine(
  values: Record<AddedColumn, string>,
  now: Date,
): { child: AddedChild } | { refusals: LineRefusal[] } {
  const { given_names: givenNames, family_name: familyName, sex, upn, postcode } = values
  const all = Object.values(values)
  const birth = readDay(values.date_of_birth, now)
  const refusals: LineRefusal[] = [
    ...(all.some((value) => unreadable.test(value)) ? (['unreadable'] as const) : []),
    ...(all.some((value) => formula.test(value)) ? (['formula'] as const) : []),
    ...(all.some((value) => value.length > longestName) ? (['tooLong'] as const) : []),
    ...(givenNames === '' ? (['givenNames'] as const) : []),
    ...(familyName === '' ? (['familyName'] as const) : []),
    ...('refusal' in birth ? [birth.refusal] : []),
    ...(sex && !readSex(sex) ? (['sex'] as const) : []),
    ...(upn && !isUpn(upn) ? (['upn'] as const) : []),
    ...(postcode && !findPostcode(postcode) ? (['postcode'] as const) : []),
  ]
  if (refusals.length > 0 || 'refusal' in birth) return { refusals }
  return {
    child: {
      givenNames,
      familyName,
      dateOfBirth: birth.day,
      sex: readSex(sex),
      upn: upn ? tidyUpn(upn) : undefined,
      postcode: findPostcode(postcode),
    },
  }
}

function readDay(written: string, now: Date): { day: PlainDate } | { refusal: LineRefusal } {
  const birth = readBirth(written)
  if (!birth) return { refusal: 'birth' }
  if (!birth.real) return { refusal: 'birthNoDate' }
  const { digits } = birth
  const day = PlainDate.parse(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`)
  const today = dateInLondon(now)
  if (comparePlainDates(day, today) > 0) return { refusal: 'birthFuture' }
  return comparePlainDates(day, addDays(today, -oldestDays)) < 0 ? { refusal: 'birthTooOld' } : { day }
}
