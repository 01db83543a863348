import type { AutosaveReply, AutosaveSettings, HereReply } from './autosave-reply.ts'
import { openNotes } from './sealed-notes.ts'
import type { Notes } from './sealed-notes.ts'
import { windowFields } from './window-field-names.ts'

/** Saves a page a moment after its owner stops typing, and goes on trying while that does not work. */
function saveByItself(form: HTMLFormElement, settings: AutosaveSettings): void {
  const notes = openNotes(settings.href, settings.key)
  const tabs = new BroadcastChannel('send-session')
  const number = field(form, windowFields.save)
  const seen = field(form, windowFields.seen)
  const shown = document.querySelector<HTMLElement>('[data-save-state]')
  const aloud = document.querySelector<HTMLElement>('[data-save-aloud]')
  let typed = 0
  let sent = 0
  let saved = 0
  let busy = false
  let leaving = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let told = ''

  const show = (sentence: string) => {
    if (shown) shown.textContent = sentence
  }
  // Read out once, and again only when it is another thing: nobody is told of every saved answer.
  const tell = (what: string, sentence: string) => {
    show(sentence)
    if (aloud && what !== told) aloud.textContent = sentence
    told = what
  }
  const later = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), milliseconds)
  }
  const nextNumber = () => Number(number.value) + 1
  const changed = () => {
    if (leaving) return
    typed += 1
    notes.write(read(form, nextNumber()))
    if (failures > 0) return
    show(settings.unsaved)
    later(pause)
  }
  const save = async ({ atLeave = false } = {}) => {
    // A page on its way is saved by that: a save behind it would undo what its button did.
    if (leaving || typed === saved || (busy && !(atLeave && typed !== sent))) return
    busy = true
    const turn = typed
    sent = turn
    number.value = String(nextNumber())
    const reply = await post(settings.href, read(form))
    busy = false
    if (!reply) {
      failures += 1
      tell('waiting', settings.waiting)
      return later(Math.min(longestWait, firstWait * 2 ** (failures - 1)))
    }
    failures = 0
    if (reply.seen) seen.value = reply.seen
    if (reply.sessionSeconds) tabs.postMessage(reply.sessionSeconds)
    // What needs the person is not sent again before they type.
    saved = Math.max(saved, turn)
    if (typed !== turn) return later(pause)
    tell(reply.state === 'saved' ? 'saved' : reply.sentence, reply.sentence)
    if (reply.state === 'saved') notes.forget()
  }
  /** Sends what an earlier look at this page could not; puts it into the page where that still does not work. */
  const begin = async () => {
    const kept = settings.posted ? undefined : await notes.read()
    if (!kept) return notes.forget()
    const reply = await post(settings.href, kept)
    if (typed > 0) return
    if (reply?.state === 'saved') notes.forget()
    // Loading the page anew would undo the press of a button.
    if (leaving) return
    if (reply?.state !== 'saved') {
      fill(form, kept)
      form.dispatchEvent(new Event('input', { bubbles: true }))
      return
    }
    const typedOf = (fields: Notes) => textWithout(settings.notTyped, fields)
    if (typedOf(kept) !== typedOf(read(form))) location.reload()
  }

  form.addEventListener('input', (event) => {
    if (!isSentApart(event)) changed()
  })
  form.addEventListener('change', (event) => {
    if (!isSentApart(event) && typed !== saved && failures === 0) later(0)
  })
  form.addEventListener('submit', () => {
    leaving = true
    number.value = String(nextNumber())
  })
  addEventListener('pageshow', () => (leaving = false))
  addEventListener('online', () => later(0))
  // The last moment in which a page that is left may say something.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save({ atLeave: true })
  })
  void begin()
  if (settings.here !== undefined) askWhoIsHere(settings.here, (why) => tell('ended', why))
}

/** Whether something is typed that is sent by a button of its own, such as a comment, and is no answer. */
function isSentApart({ target }: Event): boolean {
  return target instanceof Element && target.closest('[data-sent-apart]') !== null
}

/** Keeps who else has the page open up to date while it is looked at, and says when it is closed to whoever looks. */
function askWhoIsHere(href: string, close: (why: string) => void): void {
  const shown = document.querySelector<HTMLElement>('[data-others-here]')
  const ask = async () => {
    if (document.visibilityState === 'hidden') return
    const answer = await fetch(href).catch(() => undefined)
    if (!answer?.ok) return
    const reply = (await answer.json()) as HereReply
    if ('ended' in reply) {
      clearInterval(beat)
      return close(reply.ended)
    }
    // Said again only when it is another sentence: a screen reader reads out what changes.
    if (shown && shown.textContent !== reply.others) shown.textContent = reply.others
  }
  const beat = setInterval(() => void ask(), betweenAsking)
}

/** Milliseconds between two looks at who is there. */
const betweenAsking = 20_000

/** Milliseconds without a key pressed, and between tries. */
const pause = 1500
const firstWait = 4000
const longestWait = 60_000
/** Browsers send no more than this once a page is left. */
const mostAtLeave = 60_000
const patience = 30_000

async function post(href: string, fields: Notes): Promise<AutosaveReply | undefined> {
  const body = new URLSearchParams(fields)
  try {
    const answer = await fetch(href, {
      method: 'POST',
      body,
      keepalive: body.toString().length < mostAtLeave,
      signal: AbortSignal.timeout(patience),
    })
    return answer.ok ? ((await answer.json()) as AutosaveReply) : undefined
  } catch {
    return undefined
  }
}

/** The fields as one text, without some of them. */
function textWithout(names: string[], fields: Notes): string {
  return String(new URLSearchParams(fields.filter(([name]) => !names.includes(name))))
}

/** The fields of a form as it would send them; with the number of the save that will send them. */
function read(form: HTMLFormElement, saveNumber?: number): Notes {
  return Array.from(new FormData(form), ([name, value]): [string, string] => [
    name,
    name === windowFields.save && saveNumber !== undefined ? String(saveNumber) : textOf(value),
  ])
}

/** Files are asked for on screens of their own. */
function textOf(value: FormDataEntryValue): string {
  return typeof value === 'string' ? value : ''
}

function fill(form: HTMLFormElement, notes: Notes): void {
  const values = (name: string) => notes.flatMap(([own, value]) => (own === name ? [value] : []))
  for (const box of form.elements) {
    if (box instanceof HTMLInputElement && (box.type === 'radio' || box.type === 'checkbox')) {
      box.checked = values(box.name).includes(box.value)
    } else if (
      box instanceof HTMLInputElement ||
      box instanceof HTMLTextAreaElement ||
      box instanceof HTMLSelectElement
    ) {
      const [value] = values(box.name)
      if (value !== undefined) box.value = value
    }
  }
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  const found = form.querySelector<HTMLInputElement>(`input[name=${name}]`)
  if (!found) throw new Error(`The form has no field ${name}.`)
  return found
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
  // Our own server wrote it into the page a moment ago.
  saveByItself(form, JSON.parse(form.dataset['autosave'] ?? '') as AutosaveSettings)
}
