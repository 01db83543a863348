import { notifications } from '@mantine/notifications'
import { copyParts } from '@send/shared/forms/copy-parts'
import { insertParts, removeParts } from '@send/shared/forms/edit-parts'
import { fitParts, type LeftOff } from '@send/shared/forms/fit-parts'
import { idOfPart, idsWithin, takeParts, type OutlinePart } from '@send/shared/forms/outline-parts'
import { translator } from '@send/shared/texts/translator'

import { keepParts, useKeptParts } from './parts-clipboard.ts'
import type { FormEditing } from './useFormEditing.ts'

const t = translator('en')

export type ClipboardActions = {
  cut: (() => void) | undefined
  copy: (() => void) | undefined
  /** Undefined while nothing was cut or copied. */
  paste: (() => void) | undefined
}

type Clipboard = Pick<FormEditing, 'definition' | 'selected' | 'edit'> & {
  formId: string
  parts: readonly OutlinePart[]
  ids: ReadonlySet<string>
  say: (sentence: string) => void
}

/** Cut, copy and paste of the selected parts, within a form and between forms. */
export function useClipboard(clipboard: Clipboard): ClipboardActions {
  const { formId, definition, selected, edit, parts, ids, say } = clipboard
  const kept = useKeptParts()
  function cut() {
    keepParts({ parts, cutFrom: formId })
    edit((form) => removeParts(form, ids))
    say(t('outline.cutDone', { count: parts.length }))
  }
  function copy() {
    keepParts({ parts, cutFrom: undefined })
    say(t('outline.copyDone', { count: parts.length }))
  }
  function paste() {
    const { parts: fitted, leftOff } = fitParts(kept.parts, definition)
    // What goes back into the form that it was cut from is moved: what others ask about it still holds.
    const isMove = kept.cutFrom === formId && takeParts(definition, idsWithin(kept.parts)).length === 0
    const pasted = isMove ? fitted : copyParts(fitted)
    const change = (form: typeof definition) => insertParts(form, pasted, { id: selected, where: 'into' })
    const first = pasted[0]
    if (!first || change(definition) === definition) return say(t('outline.noRoom'))
    edit(change, { select: idOfPart(first) })
    say(t('outline.pasted', { count: pasted.length }))
    if (leftOff.length > 0) tellOf(leftOff)
  }
  const some = parts.length > 0
  return {
    cut: some ? cut : undefined,
    copy: some ? copy : undefined,
    paste: kept.parts.length > 0 ? paste : undefined,
  }
}

/** Stays until it is closed: somebody has to mend these. */
function tellOf(leftOff: readonly LeftOff[]): void {
  const message = (
    <>
      {t('outline.leftOff')}
      <ul>
        {leftOff.map(({ part, use }, place) => (
          // The list is never changed, and the same may be left off twice.
          <li key={place}>{t(`outline.leftOff.${use}`, { part: part.trim() || t('forms.noWording') })}</li>
        ))}
      </ul>
    </>
  )
  notifications.show({ color: 'orange', message, autoClose: false })
}
