import { assertNever } from '../../values/assert-never.ts'
import { ageOn, daysBetween } from '../../values/plain-date.ts'
import { mostFormulaDepth } from '../calculations/formula.ts'
import type { Formula } from '../calculations/formula.ts'
import { compileDate, readNumber } from './compile-date.ts'
import { compileOperand, scopeOfItems } from './compile-operand.ts'
import type { Scope } from './compile-operand.ts'
import type { FactValue, ItemStack, Run } from './run.ts'

type Calculate = (run: Run, items: ItemStack) => number | undefined

const unknown: Calculate = () => undefined

/** The largest number that is shown as one; beyond it a value counts as not known. */
const mostCalculated = 1e15

/** Calculates the value of a whole formula, rounded; undefined while an answer that it needs is missing. */
export function compileFormula(
  formula: Formula,
  decimals: number,
  scope: Scope,
): (run: Run) => string | number | undefined {
  if (formula.kind === 'join') {
    const parts = formula.parts.map((part) =>
      part.from === 'text' ? () => part.text : compileOperand(part, scope),
    )
    return (run) => {
      const texts = parts.map((read) => asText(read(run, [])))
      return texts.filter((text) => text !== '').join(formula.separator) || undefined
    }
  }
  const calculate = compileNumber(formula, scope, 1)
  return (run) => {
    const value = calculate(run, [])
    if (value === undefined || Math.abs(value) > mostCalculated) return undefined
    // Adding zero makes −0 an ordinary 0.
    return Number(value.toFixed(decimals)) + 0
  }
}

function asText(fact: FactValue): string {
  if (fact === undefined || fact === true) return ''
  return typeof fact === 'object' ? fact.join(', ') : String(fact)
}

function compileNumber(formula: Formula, scope: Scope, depth: number): Calculate {
  if (depth > mostFormulaDepth) return unknown
  switch (formula.kind) {
    case 'number':
      return () => formula.value
    case 'answer':
      return readNumber(compileOperand(formula.of, scope))
    case 'countItems': {
      const group = scope.find(formula.group)
      return group ? (run, items) => group.read(run, items).items.length : unknown
    }
    case 'daysBetween':
    case 'yearsBetween': {
      const [from, to] = [compileDate(formula.from, scope), compileDate(formula.to, scope)]
      const between = formula.kind === 'daysBetween' ? daysBetween : ageOn
      return (run, items) => {
        const [begins, ends] = [from(run, items), to(run, items)]
        return begins === undefined || ends === undefined ? undefined : between(begins, ends)
      }
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide': {
      const terms = formula.terms.map((term) => compileNumber(term, scope, depth + 1))
      return (run, items) =>
        reduceTerms(
          formula.kind,
          terms.map((term) => term(run, items)),
        )
    }
    case 'sumItems': {
      const group = scope.find(formula.group)
      if (!group) return unknown
      const term = compileNumber(formula.term, scopeOfItems(scope, group.asked), depth + 1)
      return (run, items) => {
        const listed = group.read(run, items).items.map((item) => term(run, [...items, item]))
        const known = listed.filter((value) => value !== undefined)
        return known.length === 0 ? undefined : reduceTerms('add', known)
      }
    }
    case 'join':
      return unknown
    default:
      return assertNever(formula)
  }
}

function reduceTerms(
  kind: 'add' | 'subtract' | 'multiply' | 'divide',
  terms: readonly (number | undefined)[],
): number | undefined {
  let [result] = terms
  for (const term of terms.slice(1)) {
    if (result === undefined || term === undefined) return undefined
    if (kind === 'add') result += term
    else if (kind === 'subtract') result -= term
    else if (kind === 'multiply') result *= term
    else result /= term
  }
  return result !== undefined && Number.isFinite(result) ? result : undefined
}
