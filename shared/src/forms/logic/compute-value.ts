import { countAnswer } from './asked-question.ts'
import type { AskedQuestion } from './asked-question.ts'
import { compileFormula } from './compile-formula.ts'
import type { Scope } from './compile-operand.ts'
import { nothingCounted } from './run.ts'
import type { Counted, FactValue, Run } from './run.ts'

type HiddenBy = { shown: number | undefined; options: ReadonlyMap<string, number> }

/** Makes the computation of an answer as it counts: nothing while its question or its option is hidden. */
export function computeValue(
  asked: AskedQuestion,
  { place, scope, hiddenBy }: { place: number; scope: Scope; hiddenBy: HiddenBy },
): (run: Run) => Counted {
  const { question } = asked
  const { shown, options } = hiddenBy
  const count = question.type === 'calculated' ? countFormula() : countTyped
  return (run) => (shown !== undefined && run.results[shown] !== true ? nothingCounted : count(run))

  function countTyped(run: Run): Counted {
    const counted = countAnswer(asked, run.answers[place])
    if (options.size === 0) return counted
    return { ...counted, facts: counted.facts.map((fact) => withoutHidden(fact, run)) }
  }
  function withoutHidden(fact: FactValue, { results }: Run): FactValue {
    const isOffered = (value: string) => {
      const node = options.get(value)
      return node === undefined || results[node] === true
    }
    if (typeof fact === 'string') return isOffered(fact) ? fact : undefined
    return typeof fact === 'object' ? fact.filter(isOffered) : fact
  }
  function countFormula(): (run: Run) => Counted {
    if (question.type !== 'calculated') return () => nothingCounted
    const calculate = compileFormula(question.formula, question.decimals, scope)
    return (run) => ({ facts: [calculate(run)], items: [] })
  }
}
