import { Temporal } from 'temporal-polyfill'

/** A date of birth for comparison: its eight digits, and its parts where it is a date. */
export type Birth = {
  /** Year, month, day; of something unreadable, whatever digits or letters it has. */
  digits: string
  year: number
  month: number
  day: number
  /** False when the parts name no day, such as 31 February: they are compared all the same. */
  real: boolean
}

const shapes = [
  /^(?<year>\d{4})[-/. ](?<month>\d{1,2})[-/. ](?<day>\d{1,2})(?:[T ].*)?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<day>\d{1,2})[-/. ](?<month>\d{1,2})[-/. ](?<year>\d{4})(?:[T ].*)?$/,
]
/** Excel counts days from here. Source: the 1900 date system, with its 29 February 1900 that never was. */
const excelEpoch = Temporal.PlainDate.from('1899-12-30')

/** Reads a date as ISO, as British dates, or as the number of a spreadsheet; undefined when nothing was written. */
export function readBirth(written: string | null | undefined): Birth | undefined {
  const text = written?.trim() ?? ''
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined
  const shape = shapes.find((each) => each.test(text))
  const { year, month, day } = shape?.exec(text)?.groups ?? {}
  if (year && month && day) return fromParts(Number(year), Number(month), Number(day))
  const serial = readSerial(text)
  if (serial) return fromParts(serial.year, serial.month, serial.day)
  const digits = text.replaceAll(/\D/g, '')
  const letters = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  return { digits: digits || letters, year: 0, month: 0, day: 0, real: false }
}

/** The day that a number of a spreadsheet means: one to six digits, perhaps with a time behind the point. */
function readSerial(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4,5}(\.\d+)?$/.test(text)) return undefined
  return excelEpoch.add({ days: Math.floor(Number(text)) })
}

function fromParts(year: number, month: number, day: number): Birth {
  const digits = `${String(year).padStart(4, '0')}${two(month)}${two(day)}`
  return { digits, year, month, day, real: isDay(year, month, day) }
}

function isDay(year: number, month: number, day: number): boolean {
  const longest = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30]
  const lengths = [...longest, 31, 31, 30, 31, 30, 31]
  return year > 0 && day > 0 && day <= (lengths[month - 1] ?? 0)
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}
