import { shiftDate } from '../../values/plain-date.ts'
import type { PlainDate } from '../../values/plain-date.ts'
import type { DateValue } from '../conditions/operand.ts'
import { compileOperand } from './compile-operand.ts'
import type { ReadFact, Scope } from './compile-operand.ts'
import type { ItemStack, Run } from './run.ts'

export type ReadDate = (run: Run, items: ItemStack) => PlainDate | undefined

/** Reads a date to compare with; a day counted from today is worked out once a day. */
export function compileDate(value: DateValue, scope: Scope): ReadDate {
  switch (value.kind) {
    case 'fixed':
      return () => value.date
    case 'operand':
      return readText(compileOperand(value.of, scope))
    case 'today': {
      const shift = { days: value.days ?? 0, months: value.months ?? 0, years: value.years ?? 0 }
      let known: { today: PlainDate; date: PlainDate } | undefined
      return ({ context: { today } }) => {
        if (known?.today !== today) known = { today, date: shiftDate(today, shift) }
        return known.date
      }
    }
  }
}

/** Reads a fact that is a text or a date. */
export function readText(read: ReadFact): (run: Run, items: ItemStack) => string | undefined {
  return (run, items) => {
    const fact = read(run, items)
    return typeof fact === 'string' ? fact : undefined
  }
}

/** Reads a fact that is a number. */
export function readNumber(read: ReadFact): (run: Run, items: ItemStack) => number | undefined {
  return (run, items) => {
    const fact = read(run, items)
    return typeof fact === 'number' && Number.isFinite(fact) ? fact : undefined
  }
}
