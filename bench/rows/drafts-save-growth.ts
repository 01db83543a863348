import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { changeQuestion } from '@send/shared/forms/edit-definition'
import { recordEdit, startHistory } from '@send/shared/forms/edit-history'
import { listQuestions, type FormDefinition } from '@send/shared/forms/form-definition'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { DraftSent } from '../../desktop/src/main/forms/draft-sent.ts'
import { openDrafts } from '../../desktop/src/main/forms/drafts.ts'
import { openHistory } from '../../desktop/src/renderer/src/forms/editor/keep-history.ts'
import { saveChangedPages } from '../../desktop/src/renderer/src/forms/editor/save-changed-pages.ts'
import type { Row, Sides } from '../row.ts'
import type { Stage } from '../stage.ts'

const perRound = 60
const questionsOnPage = 10

export const draftsSaveGrowthRow: Row = {
  id: 'drafts.save-growth',
  what: 'One edit of a form of 500 questions saved in the client’s store with its step of undo, as the window sends it and the main process checks and writes it, with synchronous=FULL, as a multiple of the same with 50 questions',
  compare: 'share',
  unit: 'times',
  sideUnit: 'ms a save',
  goal: { at: 'most', value: 2 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const folder = await mkdtemp(path.join(stage.folder, 'drafts-growth-'))
  const drafts = openDrafts(folder, new Date())
  const [large, small] = [buildFormOf(500), buildFormOf(50)]
  const save = async (sent: unknown) => {
    // As the main process does with what the window sends.
    const { history, takenIn: _, ...draft } = DraftSent.parse(structuredClone(sent))
    return { ok: true as const, data: drafts.save(draft, new Date(), history ? { history } : {}) }
  }
  let typed = 0
  async function saveOften(formId: string, start: FormDefinition): Promise<number> {
    const saveChanged = saveChangedPages(save, openHistory(undefined, start).keeper)
    let history = startHistory(start)
    const saveNow = () => saveChanged({ formId, baseVersion: null, definition: history.present, history })
    await saveNow()
    const question = listQuestions(start)[start.pages.length * 5]
    const started = performance.now()
    for (let number = 0; number < perRound; number += 1) {
      typed += 1
      const wording = { en: `What is a good day like? ${'a'.repeat(typed % 40)}` }
      history = recordEdit(
        history,
        changeQuestion(history.present, question?.id ?? '', (before) => ({ ...before, wording })),
      )
      await saveNow()
    }
    const milliseconds = (performance.now() - started) / perRound
    if (!isDeepStrictEqual(drafts.find(formId)?.definition, history.present))
      throw new Error('The draft is another one.')
    if (drafts.findHistory(formId)?.states.length !== perRound + 1)
      throw new Error('A step of undo was not kept.')
    return milliseconds
  }
  return {
    ours: () => saveOften(newId(), large),
    peer: () => saveOften(newId(), small),
    async close() {
      drafts.close()
    },
  }
}

/** A form with texts as long as real ones, in both languages. */
function buildFormOf(questions: number): FormDefinition {
  const help = { en: 'In your own words. There is no wrong answer.', cy: 'Yn eich geiriau eich hun.' }
  const types = ['shortText', 'longText', 'date', 'yesNo', 'singleChoice'] as const
  const page = () =>
    buildPage(
      Array.from({ length: questionsOnPage }, (_, place) =>
        buildQuestion(types[place % types.length] ?? 'yesNo', { help }),
      ),
    )
  return buildForm({ pages: Array.from({ length: questions / questionsOnPage }, page) })
}
