import { changeAnswer } from '@send/shared/forms/logic/evaluate'
import jsonLogic from 'json-logic-js'
import { Model } from 'survey-core'
import type { Row, Sides } from '../row.ts'
import {
  buildSampleLogic,
  conditionsOfLogic,
  loadOurs,
  questionsOfLogic,
  type LogicChange,
  type SampleLogic,
} from '../sample-logic.ts'

const form = `a form of ${questionsOfLogic} questions and ${conditionsOfLogic} conditions`
const rate = { compare: 'share', unit: 'times', sideUnit: 'answers/s' } as const

export const oneAnswerVsSurveyCoreRow: Row = {
  id: 'forms.one-answer-vs-survey-core',
  what: `Changing one answer in ${form} with everything that follows from it, as a multiple of setValue of survey-core`,
  ...rate,
  goal: { at: 'least', value: 20 },
  async prepare() {
    const sample = buildSampleLogic()
    const model = new Model(sample.survey)
    return sidesOf(sample, (changes) => {
      for (const { id, value } of changes) model.setValue(id, value)
    })
  },
}

export const oneAnswerVsJsonLogicRow: Row = {
  id: 'forms.one-answer-vs-json-logic',
  what: `Changing one answer in ${form} with everything that follows from it, as a multiple of json-logic-js evaluating all conditions`,
  ...rate,
  goal: { at: 'least', value: 5 },
  async prepare() {
    const sample = buildSampleLogic()
    const rules = [...sample.rules.values()]
    const data: Record<string, unknown> = {}
    return sidesOf(sample, (changes) => {
      for (const { id, value } of changes) {
        data[id] = value
        for (const rule of rules) jsonLogic.apply(rule, data)
      }
    })
  },
}

function sidesOf(sample: SampleLogic, peer: (changes: LogicChange[]) => void): Sides {
  let state = loadOurs(JSON.stringify(sample.definition))
  const ours = (changes: LogicChange[]) => {
    for (const { id, typed } of changes) state = changeAnswer(state, id, typed)
  }
  return {
    ours: async () => answersPerSecond(ours, sample),
    peer: async () => answersPerSecond(peer, sample),
  }
}

/** Gives the answers of the sample again and again for a fifth of a second at least. */
function answersPerSecond(give: (changes: LogicChange[]) => void, { changes }: SampleLogic): number {
  const started = performance.now()
  let given = 0
  let milliseconds = 0
  while (milliseconds < 200) {
    give(changes)
    given += changes.length
    milliseconds = performance.now() - started
  }
  return given / (milliseconds / 1000)
}
