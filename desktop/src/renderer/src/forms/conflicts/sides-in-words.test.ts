import { changeQuestion } from '@send/shared/forms/edit-definition'
import { mergeDrafts } from '@send/shared/forms/merging/merge-drafts'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { expect, test } from 'vitest'

import { sidesInWords } from './sides-in-words.ts'
import { scopeOf } from './value-words.ts'
import { removePart } from '@send/shared/testing/edit-one'

const [plan, kind] = [
  buildQuestion('yesNo', { wording: { en: 'Is there a plan?' } }),
  buildQuestion('shortText', { wording: { en: 'Which?' } }),
]
const page = buildPage([kind], { title: { en: 'Plans' } })
const base = buildForm({ pages: [buildPage([plan]), page] })

function sides(mine: typeof base, theirs: typeof base) {
  const scope = scopeOf([mine, theirs, base])
  return mergeDrafts({ base, mine, theirs }).conflicts.map((conflict) => sidesInWords(conflict, scope))
}

test('a condition is told as a clause and a missing one as nothing', () => {
  const of = { from: 'answer' as const, questionId: plan.id }
  const mine = changeQuestion(base, kind.id, (before) => ({ ...before, showIf: { kind: 'answered', of } }))
  const theirs = changeQuestion(base, kind.id, (before) => ({
    ...before,
    showIf: { kind: 'equals', of, value: 'yes' },
  }))
  expect(sides(mine, theirs)).toEqual([
    {
      what: 'Shown only if',
      base: '(nothing)',
      mine: '‘Is there a plan?’ is answered',
      theirs: '‘Is there a plan?’ is ‘Yes’',
    },
  ])
})

test('who removed what the other changed sees what that was', () => {
  const theirs = changeQuestion(base, kind.id, (before) => ({ ...before, required: false }))
  expect(sides(removePart(base, page.id), theirs)).toEqual([
    {
      what: 'Removed or changed',
      base: 'There',
      mine: 'Removed',
      theirs: 'Kept, with these changes:\nWhich?, An answer is required: No',
    },
  ])
})
