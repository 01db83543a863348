import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { copyPage, copyQuestion } from '@send/shared/forms/copy-parts'
import {
  findQuestionPlace,
  insertPage,
  insertQuestion,
  movePage,
  moveQuestion,
  removePage,
  removeQuestion,
  type Step,
} from '@send/shared/forms/edit-definition'
import {
  findPage,
  findQuestion,
  mostQuestionsOnPage,
  type FormDefinition,
} from '@send/shared/forms/form-definition'
import { newPage } from '@send/shared/forms/new-form'
import type { Question } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'

import { titleOfPage, wordingOf } from './outline-items.ts'
import type { FormEditing } from './useFormEditing.ts'

const t = translator('en')

const undoMilliseconds = 10_000

export type ItemActions = {
  addQuestion: (question: Question) => void
  addPage: () => void
  /** What can be done to the selected page or question; undefined where the form itself is selected. */
  move: ((step: Step) => void) | undefined
  duplicate: (() => void) | undefined
  remove: (() => void) | undefined
}

/** What can be done in the outline; a removal can be taken back for ten seconds, whatever was done since. */
export function useItemActions({ definition, selected, edit }: FormEditing): ItemActions {
  const place = findQuestionPlace(definition, selected)
  const question = findQuestion(definition, selected)
  const page = place ? definition.pages[place.page] : findPage(definition, selected)
  const sectionPage = definition.pages.find(({ sections = [] }) => sections.some(({ id }) => id === selected))
  const near = page ?? sectionPage
  const pageIndex = near ? definition.pages.indexOf(near) : definition.pages.length - 1

  function addQuestion(added: Question) {
    const home = near ?? definition.pages.at(-1)
    const inSection = sectionPage?.sections?.findIndex(({ id }) => id === selected) ?? -1
    const part = place?.part ?? inSection + 1
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
  const actions = { addQuestion, addPage }
  if (question && place && page) {
    return {
      ...actions,
      move: (step) => edit((form) => moveQuestion(form, question.id, step)),
      duplicate: () => {
        const copy = copyQuestion(question)
        const at = { question: copy, part: place.part, index: place.index + 1 }
        edit((form) => insertQuestion(form, page.id, at), { select: copy.id })
      },
      remove: () => {
        edit((form) => removeQuestion(form, question.id))
        const { part, index } = place
        const back = (form: FormDefinition) => insertQuestion(form, page.id, { question, part, index })
        offerUndo(t('forms.questionRemoved', { title: wordingOf(question) }), () =>
          edit(back, { select: question.id }),
        )
      },
    }
  }
  if (!page) return { ...actions, move: undefined, duplicate: undefined, remove: undefined }
  return {
    ...actions,
    move: (step) => edit((form) => movePage(form, page.id, step)),
    duplicate: () => {
      const copy = copyPage(page)
      edit((form) => insertPage(form, copy, pageIndex + 1), { select: copy.id })
    },
    remove: () => {
      edit((form) => removePage(form, page.id))
      offerUndo(t('forms.pageRemoved', { title: titleOfPage(page) }), () =>
        edit((form) => insertPage(form, page, pageIndex), { select: page.id }),
      )
    },
  }
}

function offerUndo(sentence: string, takeBack: () => void): void {
  const id = `removed-${newId()}`
  const message = (
    <Group gap="sm" justify="space-between" wrap="nowrap">
      {sentence}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          notifications.hide(id)
          takeBack()
        }}
      >
        {t('forms.undo')}
      </Button>
    </Group>
  )
  notifications.show({ id, message, autoClose: undoMilliseconds })
}
