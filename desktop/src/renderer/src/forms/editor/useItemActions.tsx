import { copyParts } from '@send/shared/forms/copy-parts'
import { findQuestionPlace, insertPage, insertQuestion, type Step } from '@send/shared/forms/edit-definition'
import {
  insertParts,
  moveIn,
  moveOut,
  moveParts,
  placePartsAt,
  removeParts,
} from '@send/shared/forms/edit-parts'
import { findPage, mostQuestionsOnPage, type FormDefinition } from '@send/shared/forms/form-definition'
import { newPage, newSection } from '@send/shared/forms/new-form'
import { idOfPart, takeParts } from '@send/shared/forms/outline-parts'
import type { OutlinePlace } from '@send/shared/forms/place-in-outline'
import { putBack, rememberParts } from '@send/shared/forms/put-back'
import type { Question } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'

import { offerUndo } from './offer-undo.tsx'
import { labelOfRow, titleOfRemoved } from './outline-items.ts'
import { useClipboard, type ClipboardActions } from './useClipboard.tsx'
import type { FormEditing } from './useFormEditing.ts'

const t = translator('en')

export type ItemActions = ClipboardActions & {
  addQuestion: (question: Question) => void
  addPage: () => void
  /** Undefined where the form has no page yet. */
  addSection: (() => void) | undefined
  /** What can be done to the selected parts; undefined where it cannot. */
  move: ((step: Step) => void) | undefined
  moveIn: (() => void) | undefined
  moveOut: (() => void) | undefined
  /** Moves the parts with these ids to a place. */
  drop: (ids: ReadonlySet<string>, place: OutlinePlace) => void
  duplicate: (() => void) | undefined
  remove: (() => void) | undefined
}

type ActionsOf = { formId: string; ids: ReadonlySet<string>; say: (sentence: string) => void }

/**
 * What can be done in the outline to the parts with these ids, each in one step of undo; `say` announces what happened.
 * A removal can be taken back for ten seconds, whatever was done since.
 */
export function useItemActions(
  { definition, selected, edit }: FormEditing,
  { formId, ids, say }: ActionsOf,
): ItemActions {
  const parts = takeParts(definition, ids)
  const clipboard = useClipboard({ formId, definition, selected, edit, parts, ids, say })
  const place = findQuestionPlace(definition, selected)
  const inSection = definition.pages.findIndex(({ sections = [] }) =>
    sections.some(({ id }) => id === selected),
  )
  const near =
    (place ? definition.pages[place.page] : findPage(definition, selected)) ?? definition.pages[inSection]
  const pageIndex = near ? definition.pages.indexOf(near) : definition.pages.length - 1

  function addQuestion(added: Question) {
    const home = near ?? definition.pages.at(-1)
    const part = place?.part ?? (home?.sections ?? []).findIndex(({ id }) => id === selected) + 1
    const fresh = newPage()
    edit(
      (form) => {
        const roomy = home ? form : insertPage(form, fresh, 0)
        const index = place ? place.index + 1 : mostQuestionsOnPage
        return insertQuestion(roomy, (home ?? fresh).id, { question: added, part, index })
      },
      { select: added.id },
    )
  }
  function addPage() {
    const added = newPage()
    edit((form) => insertPage(form, added, pageIndex + 1), { select: added.id })
  }
  function addSection() {
    const section = newSection()
    const where = near?.id === selected || selected === 'form' ? 'into' : 'after'
    edit((form) => insertParts(form, [{ kind: 'section', section }], { id: selected, where }), {
      select: section.id,
    })
  }
  /** Makes a move, or says that there is none. */
  function makeMove(change: (form: FormDefinition) => FormDefinition, moved: ReadonlySet<string> = ids) {
    const next = change(definition)
    if (next === definition) return say(t('outline.cannotMove'))
    edit(change)
    const [first] = takeParts(next, moved)
    const label = first ? labelOfRow(next, idOfPart(first)) : ''
    say(
      moved.size === 1
        ? t('outline.moved', { label })
        : t('outline.movedMany', { count: takeParts(next, moved).length, label }),
    )
  }
  const canMove = (change: (form: FormDefinition, ids: ReadonlySet<string>) => FormDefinition) =>
    parts.length > 0 && change(definition, ids) !== definition
      ? () => makeMove((form) => change(form, ids))
      : undefined
  function remove() {
    const removed = rememberParts(definition, ids)
    edit((form) => removeParts(form, ids))
    const [first] = parts
    const sentence =
      first && parts.length === 1 ? titleOfRemoved(first) : t('outline.partsRemoved', { count: parts.length })
    offerUndo(sentence, () =>
      edit((form) => putBack(form, removed), first ? { select: idOfPart(first) } : {}),
    )
  }
  function duplicate() {
    const copies = copyParts(parts)
    const [last, first] = [parts.at(-1), copies[0]]
    if (!last || !first) return
    edit((form) => insertParts(form, copies, { id: idOfPart(last), where: 'after' }), {
      select: idOfPart(first),
    })
  }
  const isOneKind = new Set(parts.map(({ kind }) => kind)).size === 1
  return {
    ...clipboard,
    addQuestion,
    addPage,
    addSection: definition.pages.length > 0 ? addSection : undefined,
    move: isOneKind ? (step) => makeMove((form) => moveParts(form, ids, step)) : undefined,
    moveIn: canMove(moveIn),
    moveOut: canMove(moveOut),
    drop: (dropped, at) => makeMove((form) => placePartsAt(form, dropped, at), dropped),
    duplicate: parts.length > 0 ? duplicate : undefined,
    remove: parts.length > 0 ? remove : undefined,
  }
}
