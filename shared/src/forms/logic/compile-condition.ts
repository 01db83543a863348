import { assertNever } from '../../values/assert-never.ts'
import { ageOn } from '../../values/plain-date.ts'
import { mostConditionDepth } from '../conditions/condition.ts'
import type { Comparison, Condition, SimpleCondition } from '../conditions/condition.ts'
import { compileDate, readNumber, readText } from './compile-date.ts'
import { compileOperand, scopeOfItems } from './compile-operand.ts'
import type { Scope } from './compile-operand.ts'
import type { FactValue, ItemStack, Run } from './run.ts'
import { allOf, anyOf, not } from './truth.ts'
import type { Truth } from './truth.ts'

export type Test = (run: Run, items: ItemStack) => Truth

const unknown: Test = () => 'unknown'

/**
 * Makes a test of a condition. Deeper than the model allows nothing is known, so that no definition, read from
 * wherever, can make this endless.
 */
export function compileCondition(condition: Condition, scope: Scope, depth = 1): Test {
  if (depth > mostConditionDepth) return unknown
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none': {
      const tests = condition.conditions.map((inner) => compileCondition(inner, scope, depth + 1))
      return combine(condition.kind, tests)
    }
    case 'anyItem':
    case 'allItems':
    case 'noItem': {
      const group = scope.find(condition.group)
      if (!group) return unknown
      const test = compileCondition(condition.condition, scopeOfItems(scope, group.asked), depth + 1)
      return overItems(condition.kind, group.read, test)
    }
    default:
      return compileSimple(condition, scope)
  }
}

function combine(kind: 'all' | 'any' | 'none', tests: Test[]): Test {
  // A loop without an iterator: this is what runs at every keystroke.
  const decided = kind === 'all' ? false : true
  return (run, items) => {
    let result: Truth = !decided
    for (const test of tests) {
      const truth = test(run, items)
      if (truth === decided) return kind === 'none' ? false : decided
      if (truth === 'unknown') result = truth
    }
    return kind === 'none' ? not(result) : result
  }
}

function overItems(
  kind: 'anyItem' | 'allItems' | 'noItem',
  read: (run: Run, items: ItemStack) => { items: ItemStack },
  test: Test,
): Test {
  return (run, stack) => {
    const listed = read(run, stack).items
    const truths = listed.map((item) => test(run, [...stack, item]))
    if (kind === 'anyItem') return anyOf(truths)
    if (kind === 'noItem') return not(anyOf(truths))
    // Of no item at all nothing can be said.
    return listed.length === 0 ? 'unknown' : allOf(truths)
  }
}

function compileSimple(condition: SimpleCondition, scope: Scope): Test {
  const read = compileOperand(condition.of, scope)
  switch (condition.kind) {
    case 'answered':
      return (run, items) => {
        const fact = read(run, items)
        return fact !== undefined && !(Array.isArray(fact) && fact.length === 0)
      }
    case 'equals':
      return among([condition.value], read)
    case 'oneOf':
      return among(condition.values, read)
    case 'contains': {
      const wanted = folded(condition.value)
      return knownFact(read, (fact) => {
        if (typeof fact === 'string') return folded(fact).includes(wanted)
        return typeof fact === 'object' ? fact.includes(condition.value) : 'unknown'
      })
    }
    case 'before':
    case 'after': {
      const [date, other] = [readText(read), compileDate(condition.date, scope)]
      const before = condition.kind === 'before'
      return (run, items) => {
        const [a, b] = [date(run, items), other(run, items)]
        if (a === undefined || b === undefined) return 'unknown'
        return before ? a < b : a > b
      }
    }
    case 'ageOn': {
      const [birth, on] = [readText(read), compileDate(condition.on, scope)]
      return (run, items) => {
        const [born, day] = [birth(run, items), on(run, items)]
        return born === undefined || day === undefined
          ? 'unknown'
          : compare(ageOn(born, day), condition.comparison, condition.years)
      }
    }
    case 'number': {
      const number = readNumber(read)
      const { than, comparison } = condition
      const other = typeof than === 'number' ? () => than : readNumber(compileOperand(than, scope))
      return (run, items) => {
        const [a, b] = [number(run, items), other(run, items)]
        return a === undefined || b === undefined ? 'unknown' : compare(a, comparison, b)
      }
    }
    default:
      return assertNever(condition)
  }
}

/** Texts are the same whatever their capitals; of several choices one is enough. */
function among(values: readonly (string | number)[], read: (run: Run, items: ItemStack) => FactValue): Test {
  const wanted = new Set<FactValue>(
    values.map((value) => (typeof value === 'string' ? folded(value) : value)),
  )
  return knownFact(read, (fact) => {
    if (typeof fact === 'object') return fact.some((value) => wanted.has(folded(value)))
    return wanted.has(typeof fact === 'string' ? folded(fact) : fact)
  })
}

function knownFact(
  read: (run: Run, items: ItemStack) => FactValue,
  test: (fact: NonNullable<FactValue>) => Truth,
): Test {
  return (run, items) => {
    const fact = read(run, items)
    return fact === undefined ? 'unknown' : test(fact)
  }
}

function folded(text: string): string {
  return text.trim().toLowerCase()
}

function compare(a: number, comparison: Comparison, b: number): boolean {
  switch (comparison) {
    case 'lessThan':
      return a < b
    case 'atMost':
      return a <= b
    case 'equalTo':
      return a === b
    case 'atLeast':
      return a >= b
    case 'moreThan':
      return a > b
    default:
      return assertNever(comparison)
  }
}
