import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, buildFormToEdit, someEdits } from '../../testing/random-edits.ts'
import { FormDefinition } from '../form-definition.ts'
import type { Conflict, Decisions, PartChange } from './conflict.ts'
import { takeApart, type FormParts } from './form-parts.ts'
import { listChanges } from './list-changes.ts'
import { mergeDrafts } from './merge-drafts.ts'

const base = buildFormToEdit()
const runs = { numRuns: 250 }

test('what only one of two people changed is taken as it is, whoever it was', () => {
  fc.assert(
    fc.property(someEdits, (edits) => {
      const changed = applyEdits(base, edits)
      for (const versions of [
        { base, mine: changed, theirs: changed },
        { base, mine: changed, theirs: base },
        { base, mine: base, theirs: changed },
      ])
        expect(mergeDrafts(versions)).toEqual({ definition: changed, conflicts: [] })
    }),
    runs,
  )
})

test('the same part by part, where nothing is taken over as a whole', () => {
  fc.assert(
    fc.property(someEdits, (edits) => {
      const changed = applyEdits(base, edits)
      const title = { en: 'Changed by the other one' }
      if (changed.title.en !== base.title.en) return
      const retitled = { ...base, title }
      expect(mergeDrafts({ base, mine: changed, theirs: retitled })).toEqual({
        definition: { ...changed, title },
        conflicts: [],
      })
      const both = mergeDrafts({ base: retitled, mine: { ...changed, title }, theirs: changed })
      expect(both.conflicts).toEqual([])
      expect(both.definition).toEqual(changed)
    }),
    runs,
  )
})

test('a merged form is valid, and which of two people synchronises first does not matter', () => {
  fc.assert(
    fc.property(someEdits, someEdits, (one, other) => {
      const [mine, theirs] = [applyEdits(base, one), applyEdits(base, other)]
      const [here, there] = [
        mergeDrafts({ base, mine, theirs }),
        mergeDrafts({ base, mine: theirs, theirs: mine }),
      ]
      expect(FormDefinition.safeParse(here.definition).error).toBeUndefined()
      expect(here.conflicts.length).toBe(there.conflicts.length)
      if (here.conflicts.length > 0) return
      expect(here.definition).toEqual(there.definition)
      // Synchronising again, with what was synchronised, changes nothing more.
      expect(mergeDrafts({ base: theirs, mine: here.definition, theirs })).toEqual(here)
      expect(mergeDrafts({ base: mine, mine: here.definition, theirs: mine })).toEqual(here)
    }),
    runs,
  )
})

test('three people may synchronise in any order, as long as they do not want the same thing otherwise', () => {
  fc.assert(
    fc.property(someEdits, someEdits, someEdits, (...edits) => {
      const [a, b, c] = edits.map((some) => applyEdits(base, some)) as [
        FormDefinition,
        FormDefinition,
        FormDefinition,
      ]
      const inTurn = (first: FormDefinition, second: FormDefinition, third: FormDefinition) => {
        const two = mergeDrafts({ base, mine: second, theirs: first })
        const three = mergeDrafts({ base, mine: third, theirs: two.definition })
        return {
          clean: two.conflicts.length + three.conflicts.length === 0,
          parts: contentOf(three.definition),
        }
      }
      const [here, there] = [inTurn(a, b, c), inTurn(c, a, b)]
      if (here.clean && there.clean) expect(there.parts).toEqual(here.parts)
    }),
    runs,
  )
})

test('no edit is lost unless a conflict tells of it', () => {
  let conflicts = 0
  fc.assert(
    fc.property(someEdits, someEdits, (one, other) => {
      const [mine, theirs] = [applyEdits(base, one), applyEdits(base, other)]
      const merged = mergeDrafts({ base, mine, theirs })
      if (merged.conflicts.length > 0) conflicts += 1
      for (const side of [mine, theirs]) {
        const lost = listChanges(base, side).filter((change) => !isKept(change, side, merged.definition))
        const untold = lost.filter(
          (change) => !merged.conflicts.some((conflict) => tellsOf(conflict, change)),
        )
        expect(untold).toEqual([])
      }
    }),
    runs,
  )
  expect(conflicts).toBeGreaterThan(20)
})

test('whatever is decided, no conflict is left and the form is valid', () => {
  const choice = fc.constantFrom('mine', 'theirs', 'both', 'text')
  fc.assert(
    fc.property(
      someEdits,
      someEdits,
      fc.array(choice, { minLength: 12, maxLength: 12 }),
      (one, other, wishes) => {
        const versions = { base, mine: applyEdits(base, one), theirs: applyEdits(base, other) }
        let decisions: Decisions = {}
        // A decision may bring up another one, for example where a part goes whose page is removed.
        for (let round = 0; round < 4; round += 1) {
          const left = mergeDrafts(versions, decisions).conflicts
          decisions = { ...decisions, ...decide(left, wishes) }
        }
        const { definition, conflicts } = mergeDrafts(versions, decisions)
        expect(conflicts).toEqual([])
        expect(FormDefinition.safeParse(definition).success).toBe(true)
      },
    ),
    runs,
  )
})

function decide(conflicts: readonly Conflict[], wishes: readonly string[]): Decisions {
  return Object.fromEntries(
    conflicts.map(({ id, choices }, index) => {
      const wish = wishes[index % wishes.length] ?? 'mine'
      const chosen = choices.find((possible) => possible === wish) ?? 'mine'
      return [id, chosen === 'text' ? { text: 'By hand' } : chosen]
    }),
  )
}

/** Every part with what it says and where it stands, whatever its order among its neighbours. */
function contentOf(form: FormDefinition) {
  const [parts] = takeApart([form])
  return new Map([...(parts ?? [])].map(([key, { own, parent }]) => [key, { own, parent }]))
}

/** Whether a change from the base to one side is in the merged form too. */
function isKept(change: PartChange, side: FormDefinition, merged: FormDefinition): boolean {
  const [wanted, got] = takeApart([side, merged]) as [FormParts, FormParts]
  const [there, here] = [wanted.get(change.part), got.get(change.part)]
  switch (change.kind) {
    case 'added':
      return here !== undefined
    case 'removed':
      return here === undefined
    case 'moved':
      return here?.parent === there?.parent
    case 'reordered':
      return here !== undefined && keepsOrder(change.part, side, merged)
    case 'changed':
      return (
        here !== undefined &&
        !listChanges(merged, side).some(
          (left) => left.part === change.part && left.kind === 'changed' && left.property === change.property,
        )
      )
  }
}

/** Whether every two parts that this side put into another order stand in it, as far as both are still there. */
function keepsOrder(key: string, side: FormDefinition, merged: FormDefinition): boolean {
  const [old, wanted, got] = takeApart([base, side, merged]) as [FormParts, FormParts, FormParts]
  return Object.entries(wanted.get(key)?.lists ?? {}).every(([list, keys]) => {
    const [before, after] = [old.get(key)?.lists[list] ?? [], got.get(key)?.lists[list] ?? []]
    return keys.every((one, place) =>
      keys.slice(place + 1).every((other) => {
        const all = [before.indexOf(one), before.indexOf(other), after.indexOf(one), after.indexOf(other)]
        const [oldOne = 0, oldOther = 0, newOne = 0, newOther = 0] = all
        return all.includes(-1) || oldOne < oldOther || newOne < newOther
      }),
    )
  })
}

function tellsOf(conflict: Conflict, change: PartChange): boolean {
  switch (conflict.kind) {
    case 'form':
      return true
    case 'property':
      return (
        conflict.id.startsWith(`${change.part} `) &&
        change.kind === 'changed' &&
        sameProperty(conflict.property, change.property)
      )
    case 'removed':
      return change.kind === 'removed' || conflict.changes.some(({ part }) => part === change.part)
    case 'place':
      return conflict.id.startsWith(`${change.part} `) && change.kind === 'moved'
    case 'order':
      return conflict.id.startsWith(`${change.part} `) && change.kind === 'reordered'
  }
}

/** A text that one removed is one thing for the conflict, and two languages for a change. */
function sameProperty(one: string, other: string): boolean {
  return one === other || one.split('.')[0] === other.split('.')[0]
}
