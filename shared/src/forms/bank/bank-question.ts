import { z } from 'zod'
import { StorableText } from '../../values/storable-text.ts'
import type { Condition } from '../conditions/condition.ts'
import type { Formula } from '../calculations/formula.ts'
import { listReferredIds } from '../logic/list-references.ts'
import { listWithMembers } from '../map-questions.ts'
import type { GroupMember } from '../questions/group-member.ts'
import { Question } from '../questions/question-types.ts'
import type { ChoiceOption } from '../questions/single-choice.ts'

/**
 * A question of the bank has one identity and numbered revisions. The newest revision can be changed until a form that
 * uses it is published; from then on it is frozen, and the next change makes the next revision. A revision says the
 * wording, the help, the type with its settings and the rules about the answer itself. Whether an answer is required,
 * when the question is asked, what it is filled in from, how it is calculated, and rules about other questions are
 * decided by each form. A retired question is not offered any more; forms that use it go on.
 */
const bankLifecycle = {
  draft: { change: 'inPlace' },
  frozen: { change: 'nextRevision' },
} as const

export type RevisionStatus = keyof typeof bankLifecycle

/** How a government return knows the question; whoever maps returns may change it at any time. */
export const ExternalCode = StorableText.trim().max(40)

/** The number under which a change of a question is kept. */
export function nextRevision(latest: { number: number; status: RevisionStatus } | undefined): number {
  if (!latest) return 1
  return bankLifecycle[latest.status].change === 'inPlace' ? latest.number : latest.number + 1
}

/** What a form decides for itself and the bank does not say; `rules` are those about other questions. */
export type FormsOwn = 'showIf' | 'requiredIf' | 'prefill' | 'formula' | 'rules' | 'optionConditions'

/** A question as it stands in the bank, and what of it stays with the form because it speaks of the form. */
export function bankContentOf(question: Question): { content: Question; staysBehind: FormsOwn[] } {
  const own = new Set(listWithMembers([question]).map(({ id }) => id))
  const staysBehind = new Set<FormsOwn>()
  const stay = (name: FormsOwn) => void staysBehind.add(name)
  const content = standAlone(question, { own, stay, isMember: false })
  return { content, staysBehind: [...staysBehind] }
}

type Standing = { own: ReadonlySet<string>; stay: (name: FormsOwn) => void; isMember: boolean }

function standAlone<Asked extends Question>(question: Asked, standing: Standing): Asked {
  const { own, stay, isMember } = standing
  const { bank: _, prefill, showIf, requiredIf, rules, ...rest } = question
  if (prefill) stay('prefill')
  // A question of a group may be asked because of another one of the same group; the group goes along as a whole.
  const keepsShown = isMember && showIf && isAbout(showIf, own)
  const keepsRequired = isMember && requiredIf && isAbout(requiredIf, own)
  if (showIf && !keepsShown) stay('showIf')
  if (requiredIf && !keepsRequired) stay('requiredIf')
  const kept = rules?.filter(({ must }) => isAbout(must, own)) ?? []
  if (kept.length < (rules?.length ?? 0)) stay('rules')
  const changed = {
    ...rest,
    ...(keepsShown ? { showIf } : {}),
    ...(keepsRequired ? { requiredIf } : {}),
    ...(kept.length > 0 ? { rules: kept } : {}),
    ...settingsAlone(question, standing),
  }
  // Only what may be missing was left out, and each setting has the shape it had.
  return changed as unknown as Asked
}

function settingsAlone(question: Question, standing: Standing): Partial<Record<string, unknown>> {
  const options = (list: readonly ChoiceOption[]) => list.map((option) => optionAlone(option, standing))
  switch (question.type) {
    case 'group': {
      const members: GroupMember[] = question.questions
      return { questions: members.map((member) => standAlone(member, { ...standing, isMember: true })) }
    }
    case 'singleChoice':
      return { options: options(question.options) }
    case 'multipleChoice': {
      const none = question.none && optionAlone(question.none, standing)
      return { options: options(question.options), ...(none ? { none } : {}) }
    }
    case 'calculated': {
      if (listReferredIds(question.formula).length === 0) return {}
      standing.stay('formula')
      return { formula: { kind: 'add', terms: [] } satisfies Formula }
    }
    default:
      return {}
  }
}

function optionAlone(option: ChoiceOption, { own, stay }: Standing): ChoiceOption {
  const { showIf, ...rest } = option
  if (!showIf || isAbout(showIf, own)) return option
  stay('optionConditions')
  return rest
}

/** Whether logic asks about nothing but the question itself and what is in it. */
export function isAbout(logic: Condition | Formula, own: ReadonlySet<string>): boolean {
  return listReferredIds(logic).every((id) => own.has(id))
}

/** A revision of a question of the bank, as far as forms need it. */
export const BankRevision = z.object({ number: z.int(), content: Question })
export type BankRevision = z.infer<typeof BankRevision>
