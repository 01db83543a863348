import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, buildFormToEdit, someEdits } from '../testing/random-edits.ts'
import { copyParts } from './copy-parts.ts'
import { recordEdit, redo, startHistory, undo } from './edit-history.ts'
import { insertParts, moveIn, moveOut, moveParts, placePartsAt, removeParts } from './edit-parts.ts'
import { fitParts } from './fit-parts.ts'
import { FormDefinition, listQuestions } from './form-definition.ts'
import { listFormParts } from './logic/list-form-parts.ts'
import { newSection } from './new-form.ts'
import { takeParts, type OutlinePart } from './outline-parts.ts'
import { findInTexts, replaceInTexts } from './replace-texts.ts'

const kinds = [
  'addSection',
  'remove',
  'move',
  'in',
  'out',
  'drop',
  'cut',
  'copy',
  'paste',
  'replace',
] as const

const outlineEdit = fc.record({
  kind: fc.constantFrom(...kinds),
  chosen: fc.array(fc.nat(60), { minLength: 1, maxLength: 5 }),
  at: fc.nat(60),
  where: fc.constantFrom('before' as const, 'after' as const, 'into' as const),
  step: fc.constantFrom(1 as const, -1 as const),
  text: fc.string({ maxLength: 4 }),
})
type OutlineEdit = typeof outlineEdit extends fc.Arbitrary<infer Edit> ? Edit : never

const session = fc.array(fc.oneof(outlineEdit, someEdits), { maxLength: 25 })

/** A form and what lies on the clipboard. */
type Desk = { form: FormDefinition; clipboard: OutlinePart[] }

function work({ form, clipboard }: Desk, edit: OutlineEdit): Desk {
  const rows = listFormParts(form)
  const pick = (at: number) => rows[at % Math.max(1, rows.length)]?.id ?? 'form'
  const ids = new Set(edit.chosen.map(pick))
  const place = { id: pick(edit.at), where: edit.where }
  const goOn = (next: FormDefinition): Desk => ({ form: next, clipboard })
  switch (edit.kind) {
    case 'addSection':
      return goOn(insertParts(form, [{ kind: 'section', section: newSection() }], place))
    case 'remove':
      return goOn(removeParts(form, ids))
    case 'move':
      return goOn(moveParts(form, ids, edit.step))
    case 'in':
      return goOn(moveIn(form, ids))
    case 'out':
      return goOn(moveOut(form, ids))
    case 'drop':
      return goOn(placePartsAt(form, ids, place))
    case 'cut':
      return { form: removeParts(form, ids), clipboard: takeParts(form, ids) }
    case 'copy':
      return { form, clipboard: takeParts(form, ids) }
    case 'paste':
      return goOn(insertParts(form, copyParts(fitParts(clipboard, form).parts), place))
    case 'replace': {
      const search = { find: 'e', matchCase: false, wholeWord: false }
      return goOn(replaceInTexts(form, findInTexts(form, search), edit.text))
    }
  }
}

test('any sequence of edits keeps the form valid with every id once; undo and redo give back the very same states', () => {
  fc.assert(
    fc.property(session, (edits) => {
      let desk: Desk = { form: buildFormToEdit(), clipboard: [] }
      const states = [desk.form]
      let history = startHistory(desk.form)
      for (const edit of edits) {
        desk = Array.isArray(edit) ? { ...desk, form: applyEdits(desk.form, edit) } : work(desk, edit)
        if (desk.form !== states.at(-1)) states.push(desk.form)
        history = recordEdit(history, desk.form)
        const parsed = FormDefinition.safeParse(desk.form)
        expect(parsed.error?.issues).toBeUndefined()
        const ids = listFormParts(desk.form).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }
      for (const state of states.toReversed().slice(1)) {
        history = undo(history)
        expect(history.present).toBe(state)
      }
      for (const state of states.slice(1)) {
        history = redo(history)
        expect(history.present).toBe(state)
      }
    }),
    { numRuns: 200 },
  )
})

test('what is only moved is never lost or doubled', () => {
  const moving = outlineEdit.filter(({ kind }) => ['move', 'in', 'out', 'drop'].includes(kind))
  fc.assert(
    fc.property(fc.array(moving, { maxLength: 30 }), (edits) => {
      const start = buildFormToEdit()
      const { form } = edits.reduce(work, { form: start, clipboard: [] })
      const sorted = (definition: FormDefinition) =>
        listQuestions(definition)
          .map(({ id }) => id)
          .toSorted()
      expect(sorted(form)).toEqual(sorted(start))
    }),
    { numRuns: 200 },
  )
})
