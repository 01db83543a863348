import { expect, test } from 'vitest'
import { buildForm } from '../testing/build-form.ts'
import { recordEdit, redo, startHistory, undo } from './edit-history.ts'

const [empty, a, ab, abc] = ['', 'a', 'ab', 'abc'].map((en) => buildForm({ title: { en } }))

test('typing in one field is one step until there is a pause or another field', () => {
  let history = startHistory(empty!)
  history = recordEdit(history, a!, { field: 'title', at: 0 })
  history = recordEdit(history, ab!, { field: 'title', at: 900 })
  expect(undo(history).present).toBe(empty)
  const paused = recordEdit(history, abc!, { field: 'title', at: 2000 })
  expect(undo(paused).present).toBe(ab)
  const elsewhere = recordEdit(history, abc!, { field: 'code', at: 950 })
  expect(undo(elsewhere).present).toBe(ab)
})

test('a change after an undo forgets what was undone, and nothing changed is no step', () => {
  const history = recordEdit(recordEdit(startHistory(empty!), a!), ab!)
  const branched = recordEdit(undo(history), abc!)
  expect(redo(branched)).toBe(branched)
  expect(undo(branched).present).toBe(a)
  expect(recordEdit(branched, abc!)).toBe(branched)
})

test('typing after an undo begins a step of its own', () => {
  const typed = recordEdit(startHistory(empty!), a!, { field: 'title', at: 0 })
  const again = recordEdit(redo(undo(typed)), ab!, { field: 'title', at: 10 })
  expect(undo(again).present).toBe(a)
})
