import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion, builtLookupTable } from '../../testing/build-form.ts'
import { applyEdits, buildFormToEdit, someEdits } from '../../testing/random-edits.ts'
import { newId } from '../../values/ids.ts'
import { placeQuestion } from '../bank/place-question.ts'
import { findQuestion, type FormDefinition } from '../form-definition.ts'
import { mergeDrafts } from '../merging/merge-drafts.ts'
import { adaptDefinition, type ImportChoices } from './adapt-definition.ts'
import { readBundle, writeBundle, type BundleContent, type FormBundle } from './form-bundle.ts'
import { joinEntries, planImport, type Here } from './plan-import.ts'

const nothingHere: Here = { tables: [], questions: [] }
const none: ImportChoices = { takeTables: [], takeQuestions: [] }

function contentOf(definition: FormDefinition, more: Partial<BundleContent> = {}): BundleContent {
  const form = { formId: newId(), version: null, definition: { ...definition, accessList: { entries: [] } } }
  return { exportedAt: '2026-11-27T09:00:00.000Z', form, lookupTables: [], bankQuestions: [], ...more }
}
/** With a signature of the right shape: who signed is proved by the server. */
function bundleOf(content: BundleContent): FormBundle {
  const signer = { publicKey: `${'A'.repeat(43)}=`, name: 'leeds.example' }
  const signature = `${'A'.repeat(86)}==`
  return { format: 'send-form', version: 1, content, hash: '0'.repeat(64), signer, signature }
}
function adapted(content: BundleContent, here = nothingHere, choices = none) {
  const { code } = content.form.definition
  const plan = planImport(content, here)
  return adaptDefinition(content, { plan, choices, placing: { code, accessList: { entries: [] } } })
}

test('whatever was drafted, what is exported and imported elsewhere is the same form', () => {
  fc.assert(
    fc.property(someEdits, (edits) => {
      const definition = applyEdits(buildFormToEdit(), edits)
      const read = readBundle(writeBundle(bundleOf(contentOf(definition))))
      expect(read).toHaveProperty('bundle')
      if (!('bundle' in read)) return
      expect(adapted(read.bundle.content)).toEqual({ ...definition, accessList: { entries: [] } })
    }),
  )
})

test('a text of which any sign is another is no bundle, or says something else', () => {
  const bundle = bundleOf(contentOf(buildForm()))
  const text = writeBundle(bundle)
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (place, sign) => {
      fc.pre(text[place] !== sign)
      const read = readBundle(text.slice(0, place) + sign + text.slice(place + 1))
      if ('bundle' in read) expect(writeBundle(read.bundle)).not.toBe(text)
    }),
    { numRuns: 300 },
  )
})

test('importing the next bundle over what was changed here loses neither, whoever changed what', () => {
  fc.assert(
    fc.property(someEdits, someEdits, (here, there) => {
      const base = adapted(contentOf(buildFormToEdit()))
      const mine = applyEdits(base, here)
      const theirs = adapted(contentOf(applyEdits(base, there)))
      const same = mergeDrafts({ base, mine, theirs: base })
      expect(same).toEqual({ definition: mine, conflicts: [] })
      const untouched = mergeDrafts({ base, mine: base, theirs })
      expect(untouched).toEqual({ definition: theirs, conflicts: [] })
    }),
  )
})

test('a table that is here under another id is found by its name, and the form asks the one that is here', () => {
  const lookup = buildQuestion('lookup')
  const definition = buildForm({ pages: [buildPage([buildQuestion('childDetails'), lookup])] })
  const entries = lookup.entries
  const content = contentOf(definition, { lookupTables: [{ ...builtLookupTable, entries }] })
  const mine = { id: newId(), name: 'kinds of NEED', entries }
  const here = { ...nothingHere, tables: [mine] }
  expect(planImport(content, here).tables).toMatchObject([{ state: 'same', tableId: mine.id }])
  const question = findQuestion(adapted(content, here), lookup.id)
  expect(question?.type === 'lookup' && question.table?.id).toBe(mine.id)
})

test('entries of both stand together: theirs first, and no code that answers may hold is lost', () => {
  const entry = (code: string, en: string) => ({ code, description: { en } })
  expect(joinEntries([entry('A', 'Theirs')], [entry('B', 'Only here'), entry('A', 'Mine')])).toEqual([
    entry('A', 'Theirs'),
    entry('B', 'Only here'),
  ])
})

test('a tie leads to the revision that says the same here, whatever its number is', () => {
  const content = buildQuestion('shortText')
  const questionId = newId()
  const placed = placeQuestion({ questionId, revision: 7, code: 'SCHOOL' }, content)
  const definition = buildForm({ pages: [buildPage([placed])] })
  const bundled = { questionId, code: 'SCHOOL', revision: 7, content }
  const bundle = contentOf(definition, { bankQuestions: [bundled] })
  const older = { ...content, wording: { en: 'Before' } }
  const revisions = [
    { number: 1, content: older, status: 'frozen' as const },
    { number: 2, content, status: 'frozen' as const },
  ]
  const at = (questions: Here['questions']) =>
    findQuestion(adapted(bundle, { tables: [], questions }), placed.id)
  expect(at([{ questionId, code: 'SCHOOL-NAME', revisions }])?.bank).toEqual({
    questionId,
    code: 'SCHOOL-NAME',
    revision: 2,
  })
  // Nothing here says the same, and nobody chose to take theirs: the question is the form's alone.
  const [first] = revisions
  if (!first) throw new Error('There is a revision.')
  const others = [{ questionId, code: 'SCHOOL-NAME', revisions: [first] }]
  expect(at(others)?.bank).toBeUndefined()
  expect(planImport(bundle, { tables: [], questions: others }).questions).toMatchObject([
    { state: 'differs', revision: 2, mine: older },
  ])
})
