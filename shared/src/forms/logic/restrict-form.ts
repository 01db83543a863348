import type { Condition } from '../conditions/condition.ts'
import type { Formula } from '../calculations/formula.ts'
import type { FormDefinition, Page, Section } from '../form-definition.ts'
import { listPageQuestions } from '../form-definition.ts'
import { listWithMembers } from '../map-questions.ts'
import type { Question } from '../questions/question-types.ts'
import { listMembers } from './asked-question.ts'
import type { FormState } from './evaluate.ts'
import { isOptionShown, isRequired, isShown } from './form-state.ts'
import { listReferredIds } from './list-references.ts'

/** Never holds: what it stands before stays in the form, hidden, and so does its answer. */
const never: Condition = { kind: 'any', conditions: [] }

/**
 * A form as somebody may see it who is shown some of its pages alone. What depends there on answers of other pages stands
 * as these answers have it now, so that neither the condition nor the answer need leave the server; in the items of groups,
 * where it may differ from item to item, it is asked. Left out are values calculated from elsewhere, which would tell of it, and
 * declarations: nobody signs for somebody else.
 */
export function restrictForm(state: FormState, isOpen: (pageId: string) => boolean): FormDefinition {
  const { definition } = state.form
  const open = definition.pages.filter(({ id }) => isOpen(id))
  const known = listKnown(open.flatMap(listPageQuestions))
  const fix = { state, known }
  const pages = open
    .map((page) => restrictPage(fix, page))
    .filter((page) => listPageQuestions(page).length > 0)
  return { ...definition, accessList: { entries: [] }, pages }
}

type Fix = { state: FormState; known: ReadonlySet<string> }

/** The questions that may be asked about: those that stay, also in groups. */
function listKnown(questions: Question[]): Set<string> {
  const all = listWithMembers(questions)
  const known = new Set(all.filter(({ type }) => type !== 'declaration').map(({ id }) => id))
  for (let before = -1; before !== known.size;) {
    before = known.size
    for (const question of all) if (!isKnowable(question, known)) known.delete(question.id)
  }
  return known
}

function isKnowable(question: Question, known: ReadonlySet<string>): boolean {
  return question.type !== 'calculated' || dependsOn(question.formula, known)
}

/** Whether a condition or formula looks at nothing but these. */
function dependsOn(logic: Condition | Formula, known: ReadonlySet<string>): boolean {
  return listReferredIds(logic).every((id) => known.has(id))
}

function restrictPage(fix: Fix, page: Page): Page {
  const { sections, questions, ...others } = page
  const restricted: Page = { ...shownAsNow(fix, others), questions: restrictQuestions(fix, questions) }
  return sections
    ? { ...restricted, sections: sections.map((section) => restrictSection(fix, section)) }
    : restricted
}

function restrictSection(fix: Fix, { questions, ...section }: Section): Section {
  return { ...shownAsNow(fix, section), questions: restrictQuestions(fix, questions) }
}

function restrictQuestions(fix: Fix, questions: Question[]): Question[] {
  return questions.filter(({ id }) => fix.known.has(id)).map((question) => restrictQuestion(fix, question))
}

/** A part without its condition where that looks elsewhere: hidden for good, or shown. */
function shownAsNow<Part extends { id: string; showIf?: Condition | undefined }>(
  { state, known }: Fix,
  part: Part,
): Part {
  if (!part.showIf || dependsOn(part.showIf, known)) return part
  const { showIf: _, ...others } = part
  return (isShown(state, part.id) ? others : { ...others, showIf: never }) as Part
}

function restrictQuestion(fix: Fix, question: Question): Question {
  const { state, known } = fix
  const shown = withoutElsewhere(shownAsNow(fix, question), known)
  const required = { ...shown, required: shown.requiredIf ? shown.required : isRequired(state, question) }
  const options =
    'options' in required
      ? {
          options: required.options.map((option) => {
            if (!option.showIf || dependsOn(option.showIf, known)) return option
            const { showIf: _, ...others } = option
            return isOptionShown(state, question.id, option.value) ? others : { ...others, showIf: never }
          }),
        }
      : {}
  return { ...required, ...options, ...restrictMembers(required, known) } as Question
}

/** A question without the conditions and rules about its answer that look elsewhere; what is offered is the owner’s alone. */
function withoutElsewhere(question: Question, known: ReadonlySet<string>): Question {
  const { requiredIf, rules, prefill: _, ...others } = question
  const kept = rules?.filter(({ must }) => dependsOn(must, known)) ?? []
  return {
    ...others,
    ...(requiredIf && dependsOn(requiredIf, known) ? { requiredIf } : {}),
    ...(kept.length > 0 ? { rules: kept } : {}),
  }
}

function restrictMembers(question: Question, known: ReadonlySet<string>): { questions?: Question[] } {
  const members = listMembers(question)
  if (members.length === 0) return {}
  return {
    questions: members.map((member) => {
      const { showIf, ...others } = withoutElsewhere(member, known)
      const own = showIf && dependsOn(showIf, known) ? { showIf } : {}
      return {
        ...others,
        ...own,
        ...optionsAlways(member, known),
        ...restrictMembers(member, known),
      } as Question
    }),
  }
}

/** In an item an option is offered where only another page could say that it is not. */
function optionsAlways(question: Question, known: ReadonlySet<string>) {
  if (!('options' in question)) return {}
  return {
    options: question.options.map((option) => {
      if (!option.showIf || dependsOn(option.showIf, known)) return option
      const { showIf: _, ...others } = option
      return others
    }),
  }
}
