import type { Progress } from './send-file.ts'
import { fill, type UploadWords } from './upload-page.ts'

type Row = { row: HTMLLIElement; show(progress: Progress): void }

/** One file of the list: its name, how far it is, and what can be done about it. */
export function drawUpload(
  name: string,
  words: UploadWords,
  { cancel, again }: { cancel: () => void; again: () => void },
): Row {
  const row = document.createElement('li')
  row.className = 'send-upload'
  const title = element('p', 'govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1 send-lines', name)
  const bar = document.createElement('progress')
  bar.className = 'send-upload-bar'
  bar.max = 100
  bar.setAttribute('aria-label', name)
  const state = element('p', 'govuk-body govuk-!-margin-bottom-1', words.waiting)
  const buttons = element('div', 'send-upload-buttons')
  const againButton = button(words.again, fill(words.againOf, { name }), again)
  const cancelButton = button(words.cancel, fill(words.cancelOf, { name }), cancel)
  buttons.append(againButton, cancelButton)
  row.append(title, bar, state, buttons)

  const show = (progress: Progress) => {
    row.dataset['at'] = progress.at
    state.textContent = sentenceOf(progress, words)
    const percent = percentOf(progress)
    bar.hidden = percent === undefined
    bar.value = percent ?? 0
    const focused = document.activeElement
    againButton.hidden = progress.at !== 'failed'
    cancelButton.hidden = isOver(progress) || progress.at === 'checking'
    // Whoever used a button that is gone stays where it was.
    if (focused instanceof HTMLElement && row.contains(focused) && focused.hidden) row.focus()
  }
  row.tabIndex = -1
  show({ at: 'waiting' })
  return { row, show }
}

/** Whether nothing more happens to the file here. */
export function isOver({ at }: Progress): boolean {
  switch (at) {
    case 'added':
    case 'refused':
    case 'cancelled':
    case 'signedOut':
    case 'closed':
      return true
    case 'waiting':
    case 'sending':
    case 'checking':
    case 'lost':
    case 'failed':
      return false
  }
}

function percentOf(progress: Progress): number | undefined {
  switch (progress.at) {
    case 'waiting':
      return 0
    case 'sending':
    case 'lost':
      return progress.percent
    case 'checking':
    case 'added':
      return 100
    default:
      return undefined
  }
}

function sentenceOf(progress: Progress, words: UploadWords): string {
  switch (progress.at) {
    case 'sending':
    case 'lost':
      return fill(words[progress.at], { percent: progress.percent })
    case 'signedOut':
    case 'closed':
      return words.failed
    default:
      return words[progress.at]
  }
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

function button(text: string, label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'govuk-button govuk-button--secondary govuk-!-margin-bottom-0'
  made.textContent = text
  made.setAttribute('aria-label', label)
  made.addEventListener('click', press)
  return made
}
