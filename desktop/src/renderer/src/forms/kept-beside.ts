import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'

import type { Draft } from '../../../main/forms/drafts.ts'
import { titleOfForm } from './editor/outline-items.ts'

const t = translator('en')

/** A draft as a new form: its questions keep their ids, so that the two can still be compared. */
export function keptBeside({ definition }: Draft): Draft {
  const title = { ...definition.title, en: t('forms.myDraft', { title: titleOfForm(definition) }) }
  return { formId: newId(), baseVersion: null, definition: { ...definition, title } }
}
