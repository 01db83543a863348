import type { Formula } from './calculations/formula.ts'
import type { Condition } from './conditions/condition.ts'
import type { FormDefinition, Page, Section } from './form-definition.ts'
import { listQuestions } from './form-definition.ts'
import { listReferredIds } from './logic/list-references.ts'
import { listWithMembers } from './map-questions.ts'
import { sortParts, type OutlinePart } from './outline-parts.ts'
import type { Question } from './questions/question-types.ts'

/** Logic that was left off: the English wording or title of its part, and what it decided. */
export type LeftOff = { part: string; use: 'shown' | 'option' | 'required' | 'rule' | 'formula' | 'prefill' }

/**
 * The parts as they can stand in a form: conditions, rules and formulas that ask about a question which is neither in
 * the form nor among the parts are left off, as is what is offered from where this family of forms takes nothing; it is said
 * which.
 */
export function fitParts(
  parts: readonly OutlinePart[],
  definition: FormDefinition,
): { parts: OutlinePart[]; leftOff: LeftOff[] } {
  const { pages, sections, questions } = sortParts(parts)
  const inPages = listQuestions({ ...definition, pages })
  const inSections = sections.flatMap((section) => section.questions)
  const there = [...listQuestions(definition), ...inPages, ...inSections, ...questions]
  const known = new Set<string>(listWithMembers(there).map(({ id }) => id))
  const leftOff: LeftOff[] = []

  function fits(logic: Condition | Formula | undefined, part: string, use: LeftOff['use']): boolean {
    if (!logic || listReferredIds(logic).every((id) => known.has(id))) return true
    leftOff.push({ part, use })
    return false
  }
  function fitShown<Part extends Page | Section>(part: Part): Part {
    return fits(part.showIf, part.title.en, 'shown') ? part : withoutKey(part, 'showIf')
  }
  function fitQuestion<Asked extends Question>(question: Asked): Asked {
    const part = question.wording.en
    let fitted: Question = question
    if (!fits(fitted.showIf, part, 'shown')) fitted = withoutKey(fitted, 'showIf')
    if (!fits(fitted.requiredIf, part, 'required')) fitted = withoutKey(fitted, 'requiredIf')
    if (fitted.rules)
      fitted = { ...fitted, rules: fitted.rules.filter(({ must }) => fits(must, part, 'rule')) }
    const from = fitted.prefill?.from
    if (definition.family === 'internal' ? from === 'child' : from === 'person') {
      leftOff.push({ part, use: 'prefill' })
      fitted = withoutKey(fitted, 'prefill')
    }
    if ('options' in fitted) {
      const options = fitted.options.map((option) =>
        fits(option.showIf, part, 'option') ? option : withoutKey(option, 'showIf'),
      )
      fitted = { ...fitted, options }
    }
    if (fitted.type === 'calculated' && !fits(fitted.formula, part, 'formula'))
      fitted = { ...fitted, formula: { kind: 'add', terms: [] } }
    if (fitted.type === 'group') fitted = { ...fitted, questions: fitted.questions.map(fitQuestion) }
    // A question keeps its type: only parts that all have, and its own, were left off.
    return fitted as Asked
  }
  const fitSection = (section: Section): Section => ({
    ...fitShown(section),
    questions: section.questions.map(fitQuestion),
  })
  function fitPage(page: Page): Page {
    const fitted = { ...fitShown(page), questions: page.questions.map(fitQuestion) }
    return page.sections ? { ...fitted, sections: page.sections.map(fitSection) } : fitted
  }
  function fit(part: OutlinePart): OutlinePart {
    switch (part.kind) {
      case 'page':
        return { kind: 'page', page: fitPage(part.page) }
      case 'section':
        return { kind: 'section', section: fitSection(part.section) }
      case 'question':
        return { kind: 'question', question: fitQuestion(part.question) }
    }
  }
  return { parts: parts.map(fit), leftOff }
}

function withoutKey<Part extends object>(part: Part, key: keyof Part): Part {
  const others = { ...part }
  delete others[key]
  return others
}
