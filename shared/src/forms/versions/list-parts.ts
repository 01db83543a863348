import type { FormDefinition } from '../form-definition.ts'

export type PartKind = 'form' | 'page' | 'section' | 'question' | 'option'

/** A part of a form with what is its own: everything but the parts within it. */
export type FormPart = {
  kind: PartKind
  /** An option has the id of its question before its value. */
  id: string
  /** What an officer calls it: its English wording, or its code or value where it has none. */
  name: string
  /** The part within which it stands; null for the form itself. */
  parent: FormPart | null
  /** Its place among those of its kind within the parent, counted from 0. */
  index: number
  own: Readonly<Record<string, unknown>>
}

/** Which properties of any part hold further parts, however deep these are nested. */
const childLists = { pages: 'page', questions: 'question', sections: 'section', options: 'option' } as const

/** All parts of a form in order, the form itself first. */
export function listParts(definition: FormDefinition): FormPart[] {
  return partsWithin(definition, { kind: 'form', parent: null, index: 0 })
}

type Stand = Pick<FormPart, 'kind' | 'parent' | 'index'>

function partsWithin(value: Readonly<Record<string, unknown>>, stand: Stand): FormPart[] {
  const { own, lists } = split(value)
  const part: FormPart = { ...stand, id: idOf(own, stand), name: nameOf(own), own }
  const children = lists.flatMap(([kind, items]) =>
    items.flatMap((item, index) => partsWithin(item, { kind, parent: part, index })),
  )
  return [part, ...children]
}

type Lists = [PartKind, Record<string, unknown>[]][]

function split(value: Readonly<Record<string, unknown>>): { own: Record<string, unknown>; lists: Lists } {
  const own: Record<string, unknown> = {}
  const lists: Lists = []
  for (const [key, held] of Object.entries(value)) {
    // Whoever answers is asked the same, whether or not the question stands in the bank.
    if (key === 'bank') continue
    if (isChildList(key) && Array.isArray(held)) lists.push([childLists[key], held])
    else if (held !== undefined) own[key] = held
  }
  return { own, lists }
}

function isChildList(key: string): key is keyof typeof childLists {
  return Object.hasOwn(childLists, key)
}

function idOf(own: Record<string, unknown>, { kind, parent }: Stand): string {
  if (kind === 'form') return 'form'
  return kind === 'option' ? `${parent?.id} ${String(own.value)}` : String(own.id)
}

function nameOf(own: Record<string, unknown>): string {
  const text = asText(own.wording ?? own.title ?? own.label)
  const bare = own.code ?? own.value
  return text?.en.trim() || (typeof bare === 'string' ? bare : '')
}

/** A value as a text in English and perhaps Welsh, or undefined when it is none. */
export function asText(value: unknown): { en: string; cy?: string } | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!('en' in value) || typeof value.en !== 'string') return undefined
  return 'cy' in value && typeof value.cy === 'string' ? { en: value.en, cy: value.cy } : { en: value.en }
}
