import { z } from 'zod'
import { readPage } from '@send/shared/forms/answers'
import { findPage, listPageQuestions } from '@send/shared/forms/form-definition'
import { evaluateForm } from '@send/shared/forms/logic/evaluate'
import type { FormState } from '@send/shared/forms/logic/evaluate'
import { isOptionShown, isShown, listCountedAnswers } from '@send/shared/forms/logic/form-state'
import { listShownPlaces } from '@send/shared/forms/logic/list-shown'
import { behaviourOf } from '@send/shared/forms/questions/question-types'
import type { LivePage } from './live-page.ts'
import { shownField } from './shown-field.ts'

// zod compiles checks with eval where it may; the content security policy forbids it, so it is not even tried.
z.config({ jitless: true })

/** Shows and hides the questions of a page as it is being filled in, by the rules by which the server does. */
function follow(form: HTMLFormElement, { definition, pageId, answers, today }: LivePage): void {
  const page = findPage(definition, pageId)
  const shown = form.querySelector<HTMLInputElement>(`input[name=${shownField}]`)
  if (!page || !shown) return

  const update = () => {
    let state = work()
    // An option that comes back may be chosen still, and bring up others: as often as there are options, it settles.
    for (let turn = 0; turn < mostTurns && offer(form, state); turn += 1) state = work()
    for (const part of form.querySelectorAll<HTMLElement>('[data-part]')) {
      part.hidden = !isShown(state, part.dataset['part'] ?? '')
    }
    shown.value = listShownPlaces(state, page).join(' ')
    const counted = listCountedAnswers(state)
    for (const question of listPageQuestions(page)) {
      if (question.type !== 'calculated') continue
      const place = form.querySelector<HTMLElement>(`[data-part="${question.id}"] [data-value]`)
      const language = place?.closest<HTMLElement>('[lang]')?.lang === 'cy' ? 'cy' : 'en'
      const value = behaviourOf(question).display(counted[question.id], language)
      if (place) place.textContent = value || (place.dataset['value'] ?? '')
    }
  }
  const work = () => {
    const fields = new FormData(form)
    const typed = readPage(page, (name) => textOf(fields.get(name)))
    return evaluateForm(definition, { ...answers, ...typed }, { today })
  }
  form.addEventListener('input', update)
  form.addEventListener('change', update)
  // A browser that goes back fills in what was typed before.
  window.addEventListener('pageshow', update)
  update()
}

/** How often options may bring up options of other questions until what is shown stays. */
const mostTurns = 20

/** Shows the options that are offered and hides the others, whose boxes are not posted; says whether any changed. */
function offer(form: HTMLFormElement, state: FormState): boolean {
  let changed = false
  for (const option of form.querySelectorAll<HTMLElement>('[data-option]')) {
    const place = option.closest<HTMLElement>('[data-part]')?.dataset['part'] ?? ''
    const hidden = !isOptionShown(state, place, option.dataset['option'] ?? '')
    if (option.hidden === hidden) continue
    changed = true
    option.hidden = hidden
    const box = option.querySelector('input')
    if (box) box.disabled = hidden
  }
  return changed
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : ''
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live-page]')) {
  // Our own server wrote it into the page a moment ago.
  follow(form, JSON.parse(form.dataset['livePage'] ?? '') as LivePage)
}
