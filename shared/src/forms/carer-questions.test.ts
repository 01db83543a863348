import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../testing/build-form.ts'
import { listPublishingProblems } from './publishing-problems.ts'
import type { Question } from './questions/question-types.ts'

const tellsOf = 'carer' as const
const child = buildQuestion('childDetails')

function listSentences(questions: Question[]): [string, string][] {
  const definition = buildForm({ pages: [buildPage([child, ...questions])] })
  return listPublishingProblems(definition).map(({ where, sentence }) => [where, sentence])
}

test('a form that tells of its sender and, in a group, of others can be published', () => {
  const group = buildQuestion('group', {
    questions: [buildQuestion('personName', { tellsOf }), buildQuestion('phone', { tellsOf })],
  })
  const asked = [buildQuestion('singleChoice', { tellsOf }), buildQuestion('phone', { tellsOf }), group]
  expect(listSentences(asked)).toEqual([])
})

test('two questions that tell the same, one that cannot tell, and nobody whom it could be about are problems', () => {
  const [name, again] = [buildQuestion('personName', { tellsOf }), buildQuestion('personName', { tellsOf })]
  const words = buildQuestion('longText', { tellsOf })
  expect(listSentences([name, again, words])).toEqual([
    [again.id, expect.stringContaining('Another question tells the same')],
    [words.id, expect.stringContaining('cannot tell')],
  ])
  const phone = buildQuestion('phone', { tellsOf })
  expect(listSentences([phone])).toEqual([[phone.id, expect.stringContaining('nothing says who that is')]])
  const group = buildQuestion('group', { questions: [buildQuestion('email', { tellsOf })] })
  expect(listSentences([group])).toEqual([
    [group.id, expect.stringMatching(/^Question 1 of the group: .*nothing says who/)],
  ])
})
