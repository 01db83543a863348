import type { FormDefinition } from '../form-definition.ts'
import type { Conflict, Decision, Decisions, PartChange } from './conflict.ts'
import { formKey, takeApart, type FormParts } from './form-parts.ts'
import { ownerOf, trailOf } from './part-names.ts'
import { fingerprint } from './same-value.ts'
import { canStandTwice, type Twice } from './copy-twice.ts'

type Versions<Version> = { base: Version; mine: Version; theirs: Version }

/** Writes down what is in conflict, and answers with what was decided about it: undefined while nothing was. */
export type Collector = {
  parts: Versions<FormParts>
  undecided: Conflict[]
  /** Parts of which both versions are to stand in the form. */
  twice: Twice[]
  conflictOf: {
    property(key: string, property: string, values: Versions<unknown>): unknown
    removal(key: string, by: 'mine' | 'theirs', changes: PartChange[]): Decision | undefined
    place(key: string): Decision | undefined
    order(key: string, list: string, orders: Versions<readonly string[]>): Decision | undefined
    form(): Decision | undefined
  }
}

/** Begins with no conflict; one that `decisions` know is none any more. */
export function collectConflicts(versions: Versions<FormDefinition>, decisions: Decisions): Collector {
  const [base, mine, theirs] = takeApart([versions.base, versions.mine, versions.theirs])
  if (!base || !mine || !theirs) throw new Error('Three versions are merged.')
  const parts = { base, mine, theirs }
  const undecided: Conflict[] = []
  const twice: Twice[] = []

  function decide(name: string, values: unknown, build: (id: string) => Conflict): Decision | undefined {
    const id = `${name} ${fingerprint(values)}`
    const conflict = build(id)
    const decision = Object.hasOwn(decisions, id) ? decisions[id] : undefined
    const choice = typeof decision === 'object' ? 'text' : decision
    if (choice !== undefined && conflict.choices.includes(choice)) return decision
    undecided.push(conflict)
    return undefined
  }
  function aboutPart(key: string) {
    const home = [mine, theirs, base].find((version) => version?.has(key)) ?? base
    return { owner: ownerOf(home ?? new Map(), key), trail: trailOf(home ?? new Map(), key) }
  }
  const sides = ['mine', 'theirs'] as const

  return {
    parts,
    undecided,
    twice,
    conflictOf: {
      property(key, property, values) {
        const isText = areBothTexts(property, values)
        const canBeTwo = !isText && canStandTwice(key, parts)
        const choices = [...sides, ...(isText || canBeTwo ? (['both'] as const) : [])]
        const decision = decide(`${key} property ${property}`, values, (id) => ({
          id,
          ...aboutPart(key),
          kind: 'property',
          property,
          ...values,
          choices: isText ? [...choices, 'text'] : choices,
        }))
        if (typeof decision === 'object') return decision.text
        if (decision !== 'both') return decision === 'theirs' ? values.theirs : values.mine
        if (isText) return oneAfterTheOther(String(values.mine), String(values.theirs))
        if (!twice.some(({ id }) => id === key)) twice.push({ id: key, theirs })
        return values.mine
      },
      removal: (key, by, changes) =>
        decide(`${key} removed`, [by, changes], (id) => ({
          id,
          ...aboutPart(key),
          kind: 'removed',
          by,
          changes,
          choices: sides,
        })),
      place(key) {
        const placeIn = (version: FormParts) => trailOf(version, version.get(key)?.parent)
        const values = { base: placeIn(base), mine: placeIn(mine), theirs: placeIn(theirs) }
        const parents = [base, mine, theirs].map((version) => version.get(key)?.parent)
        return decide(`${key} place`, parents, (id) => ({
          id,
          ...aboutPart(key),
          kind: 'place',
          ...values,
          choices: sides,
        }))
      },
      order(key, list, orders) {
        const names = (version: FormParts, keys: readonly string[]) =>
          keys.map((child) => trailOf(version, child).at(-1) ?? '')
        return decide(`${key} order ${list}`, orders, (id) => ({
          id,
          ...aboutPart(key),
          kind: 'order',
          base: names(base, orders.base),
          mine: names(mine, orders.mine),
          theirs: names(theirs, orders.theirs),
          choices: sides,
        }))
      },
      form() {
        return decide(formKey, versions, (id) => ({
          id,
          owner: formKey,
          trail: [],
          kind: 'form',
          choices: sides,
        }))
      },
    },
  }
}

/** Only what a person wrote may be put one after the other; the code of a form is no such text. */
function areBothTexts(property: string, { mine, theirs }: Versions<unknown>): boolean {
  return /\.(en|cy)$/.test(property) && typeof mine === 'string' && typeof theirs === 'string'
}

/** Paragraphs stay paragraphs, lines stay in their line. */
function oneAfterTheOther(mine: string, theirs: string): string {
  const gap = mine.includes('\n') || theirs.includes('\n') ? '\n\n' : ' '
  return [mine, theirs].filter((text) => text.trim() !== '').join(gap)
}
