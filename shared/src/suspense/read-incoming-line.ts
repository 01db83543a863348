import { personColumns, readTold, type PersonColumn, type PersonValues } from '../people/person-columns.ts'
import type { PlainDate } from '../values/plain-date.ts'
import { findPostcode } from '../values/postcode.ts'
import { isUpn, tidyUpn } from '../values/upn.ts'
import { readUrn } from './matching/external-id.ts'
import { readIdentity } from './matching/identity.ts'
import { listFlags } from './matching/list-flags.ts'

/** An incoming child as a line of a school’s file tells of it. */
export type IncomingLine = {
  /** Every column as it was written, as far as a database can keep it. */
  asWritten: PersonValues
  /** What could not be read, or was read as something else than it looks; the child is taken in all the same. */
  flags: string[]
  externalId: string | null
  givenNames: string | null
  familyName: string | null
  dateOfBirth: PlainDate | null
  sex: 'female' | 'male' | null
  upn: string | null
  postcode: string | null
  /** Six digits, or null where the line names no school that there may be. */
  schoolUrn: string | null
}

/** Letters that are kept of one value: what is longer is the rest of a file that lost a quotation mark. */
const longest = 2000
const unreadable = /\p{Cc}|\p{Cs}/gu
const formula = /^[=+@＝＋＠]/u

/** Reads a line of a file of incoming children, whatever stands in it; `problem` is what is wrong with the line as CSV. */
export function readIncomingLine(values: PersonValues, problem: string | undefined): IncomingLine {
  const kept = personColumns.map((column) => [column, keep(values[column])])
  const asWritten = Object.fromEntries(kept) as PersonValues
  const told = readTold(asWritten)
  const { dateOfBirth, sex } = readIdentity(told)
  return {
    asWritten,
    flags: [
      ...(problem === undefined ? [] : [problem]),
      ...personColumns.flatMap((column) => listLetterFlags(column, values[column])),
      ...listFlags(told),
    ],
    externalId: asWritten.external_id || null,
    givenNames: asWritten.given_names || null,
    familyName: asWritten.family_name || null,
    dateOfBirth: dateOfBirth ?? null,
    sex: sex ?? null,
    upn: isUpn(asWritten.upn) ? tidyUpn(asWritten.upn) : null,
    postcode: findPostcode(asWritten.postcode) ?? null,
    schoolUrn: readUrn(asWritten.school_urn) ?? null,
  }
}

function keep(value: string): string {
  return value.slice(0, longest).replaceAll(unreadable, '\uFFFD')
}

function listLetterFlags(column: PersonColumn, value: string): string[] {
  return [
    ...(value.length > longest ? [`${column} has more than ${longest} letters: the first are kept`] : []),
    ...(/\p{Cc}|\p{Cs}|\uFFFD/u.test(value) ? [`${column} has letters that cannot be read`] : []),
    ...(formula.test(value) ? [`${column} is a formula: kept as written`] : []),
  ]
}
