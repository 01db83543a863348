import type { Conflict, PartChange } from '@send/shared/forms/merging/conflict'
import type { Scope } from '@send/shared/forms/logic/compile-operand'
import { translator } from '@send/shared/texts/translator'

import { propertyInWords, valueInWords } from './value-words.ts'

const t = translator('en')

export type Sides = { what: string; base: string; mine: string; theirs: string }

/** What a conflict is about and its three sides, in words. */
export function sidesInWords(conflict: Conflict, scope: Scope): Sides {
  switch (conflict.kind) {
    case 'property': {
      const words = (value: unknown) => valueInWords(conflict.property, value, scope)
      const { base, mine, theirs } = conflict
      return {
        what: propertyInWords(conflict.property),
        base: words(base),
        mine: words(mine),
        theirs: words(theirs),
      }
    }
    case 'removed': {
      const kept = [
        t('conflicts.stillThere'),
        ...conflict.changes.map((change) => changeInWords(change, scope)),
      ].join('\n')
      const gone = t('conflicts.removed')
      return {
        what: t('conflicts.what.removed'),
        base: t('conflicts.unchanged'),
        mine: conflict.by === 'mine' ? gone : kept,
        theirs: conflict.by === 'mine' ? kept : gone,
      }
    }
    case 'place': {
      const words = (trail: readonly string[]) => trailInWords(trail) || t('conflicts.inForm')
      const { base, mine, theirs } = conflict
      return { what: t('conflicts.what.place'), base: words(base), mine: words(mine), theirs: words(theirs) }
    }
    case 'order': {
      const words = (names: readonly string[]) =>
        names.map((name, index) => `${index + 1}. ${name || t('forms.noTitle')}`).join('\n')
      const { base, mine, theirs } = conflict
      return { what: t('conflicts.what.order'), base: words(base), mine: words(mine), theirs: words(theirs) }
    }
    case 'form':
      return { what: t('conflicts.what.form'), base: '', mine: t('conflicts.formSentence'), theirs: '' }
  }
}

function changeInWords(change: PartChange, scope: Scope): string {
  const name = change.trail.at(-1) || t('drafts.nameless')
  if (change.kind !== 'changed') return t(`conflicts.change.${change.kind}`, { name })
  const property = propertyInWords(change.property)
  return t('conflicts.change.changed', {
    name,
    property,
    value: valueInWords(change.property, change.after, scope),
  })
}

/** Where a part is, from the outside in: “About school › How do you travel?”. */
export function trailInWords(trail: readonly string[]): string {
  return trail.map((name) => name || t('forms.noTitle')).join(' › ')
}
