import type { ReadAnswer, ReadItem, ReadRequest } from './look-message.ts'
import { windowOrigin } from '../preview-message.ts'

type Role = ReadItem['role']
type TextOf = (element: Element) => string

/** Tells the window what a screen reader would say of the page that is shown, from top to bottom. */
export async function answerReadRequest({ number }: ReadRequest): Promise<void> {
  const { default: axe } = await import('axe-core')
  // Drawn by now, whatever was asked for in the same moment.
  await new Promise((resolve) => setTimeout(resolve))
  axe.setup(document.body)
  const items = readOut(document.body, (element) => axe.commons.text.accessibleText(element))
  axe.teardown()
  window.parent.postMessage({ kind: 'readOut', number, items } satisfies ReadAnswer, windowOrigin)
}

const spoken = 'h1,h2,h3,h4,p,span.govuk-caption-l,legend,input,textarea,select,button,a[href],[role=alert]'

/** Headings, texts, groups and boxes with the names that axe works out and what `aria-describedby` adds. */
function readOut(root: Element, nameOf: TextOf): ReadItem[] {
  const describing = listDescribing(root)
  return [...root.querySelectorAll<HTMLElement>(spoken)]
    .filter((element) => element.checkVisibility() && !isSaidElsewhere(element, describing))
    .map((element) => ({
      role: roleOf(element),
      level: /^H[1-6]$/.test(element.tagName) ? Number(element.tagName.charAt(1)) : null,
      name: wordsOf(element, nameOf),
      description: descriptionOf(element),
    }))
}

function roleOf(element: HTMLElement): Role {
  if (element.getAttribute('role') === 'alert') return 'alert'
  switch (element.tagName) {
    case 'H1':
    case 'H2':
    case 'H3':
    case 'H4':
      return 'heading'
    case 'LEGEND':
      return 'group'
    case 'TEXTAREA':
      return 'edit'
    case 'SELECT':
      return 'list'
    case 'BUTTON':
      return 'button'
    case 'A':
      return 'link'
    case 'INPUT':
      return roleOfInput(element.getAttribute('type'))
    default:
      return 'text'
  }
}

function roleOfInput(type: string | null): Role {
  if (type === 'radio' || type === 'checkbox') return type
  return type === 'file' ? 'fileChooser' : 'edit'
}

function wordsOf(element: HTMLElement, nameOf: TextOf): string {
  const role = roleOf(element)
  const heading = role === 'alert' ? element.querySelector('h2') : null
  const own = role === 'text' || role === 'group' ? element.innerText : nameOf(element)
  return (heading?.innerText ?? own).replaceAll(/\s+/g, ' ').trim()
}

/** A group is described by its fieldset, a box by itself. */
function descriptionOf(element: HTMLElement): string {
  const described = element.tagName === 'LEGEND' ? element.parentElement : element
  const ids = described?.getAttribute('aria-describedby')?.split(/\s+/) ?? []
  const texts = ids.map((id) => document.getElementById(id)?.textContent ?? '')
  return texts.join(' ').replaceAll(/\s+/g, ' ').trim()
}

/** What describes something, hints and errors, is said with that. */
function listDescribing(root: Element): Element[] {
  const ids = [...root.querySelectorAll('[aria-describedby]')].flatMap(
    (element) => element.getAttribute('aria-describedby')?.split(/\s+/) ?? [],
  )
  return ids.flatMap((id) => document.getElementById(id) ?? [])
}

/** A description is said with what it describes, the heading of an alert or a group with these. */
function isSaidElsewhere(element: HTMLElement, describing: Element[]): boolean {
  if (describing.some((other) => other.contains(element))) return true
  return element.tagName.startsWith('H') && element.closest('[role=alert], legend') !== null
}
