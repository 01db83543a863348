import { listQuestions } from '@send/shared/forms/form-definition'
import { leaveDraft, openBuilder, openDraft } from '../builder-window.ts'
import type { Row, Sides } from '../row.ts'
import { buildSampleOutline } from '../sample-outline.ts'
import type { Stage } from '../stage.ts'

export const builderOpenRow: Row = {
  id: 'builder.open',
  what: 'A draft of 500 questions and 250 conditions opened in the built client, from the press in the list until the frame with its outline was drawn (all rows are there; pages out of sight are laid out as they come into sight); beside it a draft of 10 questions',
  compare: 'alone',
  unit: 'ms',
  sideUnit: 'ms',
  goal: { at: 'most', value: 500 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const [large, small] = [buildSampleOutline(500, 'Long form'), buildSampleOutline(10, 'Short form')]
  const { window, close } = await openBuilder(stage, [large, small])
  async function open(definition: typeof large): Promise<number> {
    const milliseconds = await openDraft(window, definition)
    // Of what is out of sight there is no inner text.
    const rows = await window.getByRole('treeitem').allTextContents()
    const missing = listQuestions(definition).filter(
      ({ wording }) => !rows.some((row) => row.includes(wording.en)),
    )
    if (missing.length > 0) throw new Error(`${missing.length} questions are not in the outline.`)
    await leaveDraft(window)
    return milliseconds
  }
  return { ours: () => open(large), peer: () => open(small), close }
}
