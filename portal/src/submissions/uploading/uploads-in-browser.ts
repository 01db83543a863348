import { sendFiles } from './send-files.ts'
import type { Progress } from './send-file.ts'
import { forgetOld, isMemoryThere } from './upload-memory.ts'
import type { UploadPage } from './upload-page.ts'

/** Sends files piece by piece in place of the plain form, which stays for browsers without scripts. */
function takeOver(form: HTMLFormElement, page: UploadPage): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) return
  if (isMemoryThere()) forgetOld()
  form.addEventListener('submit', (submitting) => {
    const files = [...(input.files ?? [])]
    if (files.length === 0) return
    submitting.preventDefault()
    // A button without an address of its own goes where the form goes.
    const address = submitting.submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? ''
    const then = new URL(address, location.href).searchParams.get('then') ?? 'stay'
    void send(form, page, { files, then })
  })
}

async function send(
  form: HTMLFormElement,
  page: UploadPage,
  { files, then }: { files: File[]; then: string },
): Promise<void> {
  const panel = drawPanel(page)
  form.hidden = true
  form.before(panel)
  panel.querySelector<HTMLElement>('h2')?.focus()
  const ends = await sendFiles(files, page, panel)
  if (ends.some(({ at }) => at === 'signedOut')) return location.assign(page.signIn)
  if (ends.some(({ at }) => at === 'closed')) return location.assign(page.page)
  if (ends.every(({ at }) => at === 'cancelled')) {
    panel.remove()
    form.hidden = false
    form.querySelector<HTMLInputElement>('input[type=file]')?.focus()
    return
  }
  // With a file that was stopped nobody is led on: the page shows what is there.
  const stays = ends.some(({ at }) => at === 'cancelled')
  report(page, stays ? 'stay' : then, {
    added: ends.filter(({ at }) => at === 'added').length,
    refused: files.flatMap(({ name }, index) => refusalOf(name, ends[index])),
  })
}

function refusalOf(name: string, end: Progress | undefined): { name: string; reason: string }[] {
  return end?.at === 'refused' ? [{ name, reason: end.reason }] : []
}

/** Goes on as the plain form does; names of files go in a body, never in an address. */
function report(page: UploadPage, then: string, sent: object): void {
  const form = document.createElement('form')
  const field = document.createElement('input')
  form.method = 'post'
  form.action = `${page.page}?then=${encodeURIComponent(then)}${page.from}`
  field.type = 'hidden'
  field.name = 'sent'
  field.value = JSON.stringify(sent)
  form.append(field)
  document.body.append(form)
  form.submit()
}

function drawPanel({ words, lang }: UploadPage): HTMLElement {
  const panel = document.createElement('section')
  const heading = document.createElement('h2')
  heading.className = 'govuk-heading-m'
  heading.id = 'uploads-title'
  heading.tabIndex = -1
  heading.textContent = words.heading
  panel.lang = lang
  panel.setAttribute('aria-labelledby', heading.id)
  panel.append(heading)
  return panel
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-uploads]')) {
  // Our own server wrote it into the page a moment ago.
  takeOver(form, JSON.parse(form.dataset['uploads'] ?? '') as UploadPage)
  // From now on, and not before, its files are sent piece by piece.
  form.removeAttribute('data-uploads')
}
