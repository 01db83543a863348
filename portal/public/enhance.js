// Small comforts for browsers with scripts; every page works without this file.
for (const input of document.querySelectorAll('input[type=password]')) {
  const button = document.createElement('button')
  const { showPassword = 'Show', hidePassword = 'Hide' } = document.documentElement.dataset
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary'
  button.textContent = showPassword
  button.setAttribute('aria-controls', input.id)
  button.addEventListener('click', () => {
    const hidden = input.type === 'password'
    input.type = hidden ? 'text' : 'password'
    button.textContent = hidden ? hidePassword : showPassword
  })
  // A password is never left readable, nor kept by the browser as ordinary text.
  input.form?.addEventListener('submit', () => (input.type = 'password'))
  input.insertAdjacentElement('afterend', button)
  input.classList.add('govuk-!-margin-bottom-2')
}
document.querySelector('.govuk-error-summary')?.focus()

// Built from the portal's sources; no page but those with a passkey fetches it.
const passkeys = '/passkeys.js'
if (document.querySelector('form[data-passkey]')) void import(passkeys)

// Shows and hides questions as answers change; no page but those where an answer does so fetches it.
const livePage = '/live-page.js'
if (document.querySelector('form[data-live-page]')) void import(livePage)

// Saves a page while it is filled in; no page but those of forms fetches it.
const autosave = '/autosave.js'
if (document.querySelector('form[data-autosave]')) void import(autosave)
// What was not saved yet lies in the tab; whoever signs out leaves nothing there.
document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => sessionStorage.clear())

// Buttons for bold, italic and lists; no page but those with a text that may have them fetches it.
const formatText = '/format-text.js'
if (document.querySelector('[data-marks]')) void import(formatText)

// Sends files piece by piece, so that they go on after the line broke; only the pages of files fetch it.
const uploads = '/uploads.js'
if (document.querySelector('form[data-uploads]')) void import(uploads)

// Two minutes before the session ends a dialog asks, and keeps it alive without leaving the page.
const {
  sessionSeconds,
  sessionTitle,
  sessionText,
  sessionStay,
  sessionOverTitle,
  sessionOver,
  sessionClose,
} = document.documentElement.dataset
const warnMilliseconds = 120_000
if (sessionSeconds) {
  const dialog = document.createElement('dialog')
  const heading = document.createElement('h2')
  const text = document.createElement('p')
  const button = document.createElement('button')
  const tabs = new BroadcastChannel('send-session')
  let endsAt = 0
  let timer = 0
  let over = false

  heading.className = 'govuk-heading-m'
  heading.id = 'session-title'
  text.className = 'govuk-body'
  text.id = 'session-text'
  button.type = 'button'
  button.className = 'govuk-button govuk-!-margin-bottom-0'
  dialog.className = 'send-dialog'
  dialog.setAttribute('role', 'alertdialog')
  dialog.setAttribute('aria-labelledby', heading.id)
  dialog.setAttribute('aria-describedby', text.id)
  dialog.append(heading, text, button)
  document.body.append(dialog)

  const show = () => {
    heading.textContent = over ? sessionOverTitle : sessionTitle
    text.textContent = over ? sessionOver : sessionText
    button.textContent = over ? sessionClose : sessionStay
    if (!dialog.open) dialog.showModal()
  }
  const check = () => {
    const left = endsAt - Date.now()
    over = left <= 0
    if (left <= warnMilliseconds) show()
    if (!over) timer = setTimeout(check, left > warnMilliseconds ? left - warnMilliseconds : left)
  }
  const lasts = (seconds) => {
    endsAt = Date.now() + seconds * 1000
    clearTimeout(timer)
    over = false
    if (dialog.open) dialog.close()
    check()
  }
  const stay = async () => {
    if (over) return dialog.close()
    const answer = await fetch('/session/extend', { method: 'POST' }).catch(() => undefined)
    const seconds = answer?.ok ? (await answer.json()).seconds : 0
    lasts(seconds)
    if (seconds > 0) tabs.postMessage(seconds)
  }
  button.addEventListener('click', () => void stay())
  // Escape means the same as the button: nobody is signed out for closing a dialog.
  dialog.addEventListener('cancel', (cancelling) => {
    cancelling.preventDefault()
    void stay()
  })
  tabs.addEventListener('message', ({ data }) => lasts(Number(data)))
  lasts(Number(sessionSeconds))
  tabs.postMessage(Number(sessionSeconds))
  // A laptop that slept knows the time again when it is looked at.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return
    clearTimeout(timer)
    check()
  })
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
