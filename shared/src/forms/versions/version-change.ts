import type { AccessEntry } from '../../accounts/access-list.ts'
import type { Language } from '../../texts/language.ts'
import type { FormPart, PartKind } from './list-parts.ts'

/** A part of a form as a change names it, and the page on which it stands. */
export type ChangedPart = {
  kind: PartKind
  id: string
  name: string
  /** The question of an option; null for the rest. */
  question: { id: string; name: string } | null
  page: { id: string; name: string } | null
}

/** Where a part stands: within what, and the how-many-th of its kind there, counted from 1. */
export type Place = { within: { kind: PartKind; id: string; name: string }; number: number }

/** One difference between two versions of a form. */
export type VersionChange = { part: ChangedPart } & (
  | { kind: 'added'; to: Place }
  | { kind: 'removed'; from: Place }
  | { kind: 'moved'; from: Place; to: Place }
  | { kind: 'text'; property: string; language: Language; before: string; after: string }
  | { kind: 'required'; required: boolean }
  | { kind: 'type'; before: string; after: string }
  | { kind: 'condition'; property: ConditionProperty; before: unknown; after: unknown }
  | { kind: 'access'; added: AccessEntry[]; removed: AccessEntry[] }
  /** Anything else of a page, section, question or option, such as the most characters. */
  | { kind: 'limit'; property: string; before: unknown; after: unknown }
  /** Anything else of the form as a whole. */
  | { kind: 'setting'; property: string; before: unknown; after: unknown }
)

/** The properties that hold logic; `rules`, `prefill` and `formula` too decide what an answer must or will be. */
export const conditionProperties = ['showIf', 'requiredIf', 'rules', 'prefill', 'formula'] as const
export type ConditionProperty = (typeof conditionProperties)[number]

/** A part as changes name it. */
export function refer(part: FormPart): ChangedPart {
  const question = part.kind === 'option' ? part.parent : null
  const page = findPageOf(part)
  return {
    kind: part.kind,
    id: part.id,
    name: part.name,
    question: question && { id: question.id, name: question.name },
    page: page && { id: page.id, name: page.name },
  }
}

/** Where a part stands; the form itself stands within itself. */
export function placeOf(part: FormPart): Place {
  const { kind, id, name } = part.parent ?? part
  return { within: { kind, id, name }, number: part.index + 1 }
}

function findPageOf(part: FormPart): FormPart | null {
  if (part.kind === 'page') return part
  return part.parent && findPageOf(part.parent)
}
