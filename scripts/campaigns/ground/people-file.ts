import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { personColumns, type PersonValues } from '@send/shared/people/person-columns'
import type { Random } from '@send/shared/values/seeded-random'

/** What must become of a file, as whoever wrote it knows. */
export type Expected = {
  /** People who come on record. */
  sound: number
  /** Why a line is refused, by its number in the file. */
  refused: Map<number, string>
}

type Made = { values: Partial<PersonValues>; refused?: string }
type Maker = (random: Random, place: number) => Made

/** What is wrong with lines in real files, each with what must be said of it. */
const faulty: Maker[] = [
  () => ({ values: { family_name: '' }, refused: 'family_name is missing' }),
  () => ({ values: { external_id: '' }, refused: 'external_id is missing' }),
  ...['31/02/2011', '2011-02-30', '40587', '14 Feb 2011'].map((date_of_birth): Maker => () => ({
    values: { date_of_birth },
    refused: 'date_of_birth is not a date written as 2011-02-14',
  })),
  () => ({ values: { date_of_birth: '2199-01-01' }, refused: 'date_of_birth lies in the future' }),
  () => ({ values: { given_names: '=1+1' }, refused: 'given_names is a formula' }),
  () => ({ values: { town: '@SUM(A1)' }, refused: 'town is a formula' }),
  // No check letter is an I.
  () => ({ values: { upn: 'I820000012345' }, refused: 'upn has a wrong check letter or shape' }),
  () => ({ values: { nhs_number: '1234567890' }, refused: 'nhs_number has a wrong check digit or shape' }),
  () => ({ values: { school_urn: '12' }, refused: 'school_urn has not six digits' }),
  () => ({
    values: { address_line_1: 'First floor\n12 Mill Lane' },
    refused: 'address_line_1 has letters that cannot be read',
  }),
  () => ({ values: { given_names: 'M\uFFFDria' }, refused: 'given_names has letters that cannot be read' }),
  () => ({ values: { family_name: 'x'.repeat(201) }, refused: 'family_name has more than 200 letters' }),
]

/** What looks wrong and is not. */
const unusual: Partial<PersonValues>[] = [
  { address_line_1: 'Flat 2, “The Mill”, 12 "Old" Lane' },
  { given_names: 'Zoë-Ann', family_name: 'O’Neill, Jr' },
  { postcode: '75008 Paris' },
  { date_of_birth: '1948-02-29' },
  { family_name: 'قاسم' },
]

const shareOfFaulty = 0.1
const shareOfDoubled = 0.01
const shareOfUnusual = 0.1

/**
 * Writes a file of so many people as a spreadsheet saves one (byte order mark, CRLF), one line of ten with something
 * wrong. It is written as a stream: it may be larger than the memory.
 */
export async function writePeopleFile(random: Random, file: string, lines: number): Promise<Expected> {
  const out = createWriteStream(file)
  const expected: Expected = { sound: 0, refused: new Map() }
  out.write(`\uFEFF${personColumns.join(',')}\r\n`)
  let line = 2
  let first: { id: string; line: number } | undefined
  for (let place = 0; place < lines; place += 1) {
    const { values, refused } = makeLine(random, place, first)
    if (refused === undefined) {
      expected.sound += 1
      first ??= { id: values.external_id, line }
    } else expected.refused.set(line, refused)
    const text = personColumns.map((column) => quote(values[column])).join(',')
    if (!out.write(`${text}\r\n`)) await once(out, 'drain')
    line += text.split('\n').length
  }
  out.end()
  await once(out, 'close')
  return expected
}

function makeLine(
  random: Random,
  place: number,
  first: { id: string; line: number } | undefined,
): { values: PersonValues; refused?: string } {
  const values = makeSound(random, place)
  if (first && random.chance(shareOfDoubled))
    return {
      values: { ...values, external_id: first.id },
      refused: `external_id stands in line ${first.line} already`,
    }
  if (random.chance(shareOfFaulty)) {
    const made = random.pick(faulty)(random, place)
    return { ...made, values: { ...values, ...made.values } }
  }
  return { values: random.chance(shareOfUnusual) ? { ...values, ...random.pick(unusual) } : values }
}

function makeSound(random: Random, place: number): PersonValues {
  return {
    external_id: `B-${place}`,
    given_names: random.pick(['Mia', 'Noah', 'Mary Jane', 'Ameera']),
    family_name: random.pick(['Smith', 'Khan', 'Whitfield', 'Okafor']),
    former_family_name: random.chance(0.05) ? 'Jones' : '',
    date_of_birth: `20${10 + random.below(10)}-0${1 + random.below(9)}-1${random.below(10)}`,
    sex: random.pick(['female', 'male', '']),
    upn: '',
    nhs_number: '',
    address_line_1: `${1 + random.below(200)} Mill Lane`,
    address_line_2: '',
    town: 'Leeds',
    postcode: `LS${1 + random.below(9)} ${1 + random.below(9)}AB`,
    school_urn: '',
  }
}

function quote(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
