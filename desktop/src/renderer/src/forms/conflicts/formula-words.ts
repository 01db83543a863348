import type { Formula } from '@send/shared/forms/calculations/formula'
import { wordDate, wordOperand } from '@send/shared/forms/conditions/condition-in-words'
import type { Scope } from '@send/shared/forms/logic/compile-operand'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

const signs = { add: ' + ', subtract: ' − ', multiply: ' × ', divide: ' ÷ ' } as const

/** How a value is calculated, in the signs that everybody knows. */
export function formulaInWords(formula: Formula, scope: Scope): string {
  const group = (questionId: string) => wordOperand({ from: 'answer', questionId }, scope)
  switch (formula.kind) {
    case 'number':
      return String(formula.value)
    case 'answer':
      return wordOperand(formula.of, scope)
    case 'countItems':
      return t('conflicts.countItems', { group: group(formula.group) })
    case 'sumItems': {
      const term = formulaInWords(formula.term, scope)
      return t('conflicts.sumItems', { group: group(formula.group), term })
    }
    case 'daysBetween':
    case 'yearsBetween': {
      const kind = t(`forms.calculate.${formula.kind}`)
      return `${kind}: ${wordDate(formula.from, scope)} – ${wordDate(formula.to, scope)}`
    }
    case 'join':
      return formula.parts
        .map((part) => (part.from === 'text' ? `“${part.text}”` : wordOperand(part, scope)))
        .join(' + ')
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return formula.terms.map((term) => formulaInWords(term, scope)).join(signs[formula.kind])
  }
}
