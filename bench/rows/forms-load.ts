import { Model } from 'survey-core'
import type { Row } from '../row.ts'
import { buildSampleLogic, conditionsOfLogic, loadOurs, questionsOfLogic } from '../sample-logic.ts'

const leastMilliseconds = 500

export const formsLoadRow: Row = {
  id: 'forms.load-vs-survey-core',
  what: `Loading a form of ${questionsOfLogic} questions and ${conditionsOfLogic} conditions from its JSON, checked and ready to be answered, as a multiple of making the model of survey-core`,
  compare: 'share',
  unit: 'times',
  sideUnit: 'forms/s',
  goal: { at: 'least', value: 10 },
  async prepare() {
    const { definition, survey } = buildSampleLogic()
    const [oursJson, surveyJson] = [JSON.stringify(definition), JSON.stringify(survey)]
    return {
      ours: async () => loadsPerSecond(() => loadOurs(oursJson)),
      peer: async () => loadsPerSecond(() => new Model(JSON.parse(surveyJson) as object)),
    }
  },
}

/** Loads for half a second at least: a load is a few milliseconds on one side and many more on the other. */
function loadsPerSecond(load: () => unknown): number {
  const started = performance.now()
  let loads = 0
  let milliseconds = 0
  while (milliseconds < leastMilliseconds) {
    load()
    loads += 1
    milliseconds = performance.now() - started
  }
  return loads / (milliseconds / 1000)
}
