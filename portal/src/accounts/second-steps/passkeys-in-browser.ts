import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/** What the server asked for stands in the form; its answer is posted like any other field. */
async function answerFor(form: HTMLFormElement): Promise<unknown> {
  const options: unknown = JSON.parse(form.dataset['options'] ?? 'null')
  return form.dataset['passkey'] === 'register'
    ? startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
    : startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
}

async function ask(form: HTMLFormElement): Promise<void> {
  const problem = form.querySelector<HTMLElement>('[data-passkey-problem]')
  const field = form.querySelector<HTMLInputElement>('input[name=response]')
  if (!problem || !field) return
  problem.hidden = true
  try {
    field.value = JSON.stringify(await answerFor(form))
    form.submit()
  } catch {
    // Whoever said no, or has no passkey here, may try again or go another way.
    problem.hidden = false
    problem.focus()
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  form.addEventListener('submit', (submission) => {
    if (submission.submitter?.dataset['plain'] !== undefined) return
    submission.preventDefault()
    void ask(form)
  })
  form.hidden = false
  document.querySelector('[data-without-script]')?.remove()
}
