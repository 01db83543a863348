import { assertNever } from '../values/assert-never.ts'
import type { Condition, SimpleCondition } from './conditions/condition.ts'
import { wordOperand } from './conditions/condition-in-words.ts'
import { keyOfOperand } from './conditions/list-operands.ts'
import type { Scope } from './logic/compile-operand.ts'
import { listReferredIds } from './logic/list-references.ts'

/** Whether a condition can ever hold, and ever be known not to; `why` says in English why it cannot hold. */
export type Possible = { holds: boolean; fails: boolean; why: string | undefined }

/** Why nobody can have answered a question when it is asked about; undefined where somebody can. */
export type WhyNeverAnswered = (questionId: string) => string | undefined

/**
 * Whether a condition can ever hold, as far as it shows at sight: questions that nobody is asked before, options that
 * are not offered, two values of one choice at once. Where it is not plain, it is called possible.
 */
export function judgePossible(condition: Condition, scope: Scope, why: WhyNeverAnswered): Possible {
  const judge = (inner: Condition) => judgePossible(inner, scope, why)
  switch (condition.kind) {
    case 'all': {
      const parts = condition.conditions.map(judge)
      const stopped = parts.find(({ holds }) => !holds)
      const contradiction = stopped?.why ?? findContradiction(condition.conditions, scope)
      return {
        holds: contradiction === undefined,
        fails: parts.some(({ fails }) => fails),
        why: contradiction,
      }
    }
    case 'any': {
      const parts = condition.conditions.map(judge)
      const holds = parts.some((part) => part.holds)
      return { holds, fails: parts.every(({ fails }) => fails), why: holds ? undefined : parts[0]?.why }
    }
    case 'none': {
      const parts = condition.conditions.map(judge)
      const stopped = parts.find(({ fails }) => !fails)
      return {
        holds: !stopped,
        fails: parts.some(({ holds }) => holds),
        why: stopped && (stopped.why ?? 'it can never be known not to be so'),
      }
    }
    case 'anyItem':
    case 'allItems':
    case 'noItem': {
      const reason = why(condition.group)
      return { holds: reason === undefined, fails: true, why: reason }
    }
    default:
      return judgeSimple(condition, scope, why)
  }
}

function judgeSimple(condition: SimpleCondition, scope: Scope, why: WhyNeverAnswered): Possible {
  const reason = listReferredIds(condition).flatMap((id) => why(id) ?? [])[0]
  // What is not answered is known not to be answered; of its value nothing is known.
  if (reason !== undefined) return { holds: false, fails: condition.kind === 'answered', why: reason }
  const options = optionsOf(condition, scope)
  const wanted = wantedValues(condition)
  if (options && wanted && !wanted.some((value) => options.has(value))) {
    return {
      holds: false,
      fails: true,
      why: `${wordOperand(condition.of, scope)} does not offer the option that it asks for`,
    }
  }
  return { holds: true, fails: true, why: undefined }
}

/** Two conditions that want different values of the same choice, of which there is only one. */
function findContradiction(conditions: readonly Condition[], scope: Scope): string | undefined {
  const wanted = new Map<string, ReadonlySet<string | number>>()
  for (const condition of conditions) {
    if (condition.kind !== 'equals' && condition.kind !== 'oneOf') continue
    const key = keyOfOperand(condition.of)
    const values = new Set(wantedValues(condition))
    const before = wanted.get(key)
    const both = before ? new Set([...values].filter((value) => before.has(value))) : values
    if (both.size === 0) return `${wordOperand(condition.of, scope)} cannot be two things at once`
    wanted.set(key, both)
  }
  return undefined
}

function optionsOf({ of }: SimpleCondition, scope: Scope): ReadonlySet<string | number> | undefined {
  if (of.from === 'person') return undefined
  const fact = scope.find(of.questionId)?.asked.parts.get(of.part ?? '')?.fact
  return fact && 'options' in fact ? new Set(fact.options.map(({ value }) => value)) : undefined
}

function wantedValues(condition: SimpleCondition): (string | number)[] | undefined {
  switch (condition.kind) {
    case 'equals':
    case 'contains':
      return [condition.value]
    case 'oneOf':
      return condition.values
    case 'answered':
    case 'before':
    case 'after':
    case 'ageOn':
    case 'number':
      return undefined
    default:
      return assertNever(condition)
  }
}
