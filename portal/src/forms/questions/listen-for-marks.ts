import { putMark } from './put-marks.ts'
import type { Mark } from './put-marks.ts'

const keys: Record<string, Mark> = { b: 'bold', i: 'italic' }

/** Makes the buttons that format a text work, wherever they stand in the document, and shows them. */
export function listenForMarks(document: Document): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-mark]') : null
    const box = button && boxOf(document, button.getAttribute('aria-controls'))
    if (box) mark(document, box, button.dataset['mark'] as Mark)
  })
  document.addEventListener('keydown', (event) => {
    const chosen = keys[event.key.toLowerCase()]
    if (!chosen || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    if (!(event.target instanceof HTMLTextAreaElement)) return
    if (!document.querySelector(`[data-marks="${CSS.escape(event.target.id)}"]`)) return
    event.preventDefault()
    mark(document, event.target, chosen)
  })
  document.documentElement.classList.add('send-marks-work')
}

function boxOf(document: Document, id: string | null): HTMLTextAreaElement | null {
  const box = document.getElementById(id ?? '')
  return box instanceof HTMLTextAreaElement && !box.disabled ? box : null
}

function mark(document: Document, box: HTMLTextAreaElement, chosen: Mark): void {
  const edit = putMark(chosen, { text: box.value, start: box.selectionStart, end: box.selectionEnd })
  box.focus()
  box.setSelectionRange(edit.from, edit.to)
  // Deprecated, yet the only way to write that Ctrl+Z takes back; browsers without it write all the same.
  if (!document.execCommand('insertText', false, edit.put)) {
    box.setRangeText(edit.put)
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  box.setSelectionRange(edit.start, edit.end)
}
