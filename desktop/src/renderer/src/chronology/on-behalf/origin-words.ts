import {
  findReceivedProblem,
  type FormOrigin,
  type OriginSignature,
} from '@send/shared/submissions/form-origin'
import { translator } from '@send/shared/texts/translator'
import { formatDate } from '@send/shared/values/plain-date'

export const t = translator('en')

type Told = FormOrigin & { enteredBy: string; signature: OriginSignature | null }

/** Where a form came from, in one sentence: "On paper from Maria Jones (mother), received 3 March 2026, entered by …". */
export function originInWords(origin: FormOrigin, by: string): string {
  const { channel, receivedOn, fromName: name, fromRelationship: relationship, fromContact } = origin
  const received = formatDate(receivedOn)
  const sentence = t(`onBehalf.origin.${channel}`, { name, relationship, received, by })
  const contact = fromContact === '' ? '' : ` ${t('onBehalf.contact', { contact: fromContact })}.`
  return `${sentence}.${contact}`
}

/** Who signed, or that nobody did. */
export function signatureInWords({ channel, signature }: Told): string {
  return signature
    ? `${t(`onBehalf.signed.${channel}`, { by: signature.by, on: formatDate(signature.on) })}.`
    : `${t('onBehalf.unsigned')}.`
}

/** What is still to be said of where a form came from. */
export function listMissing(origin: FormOrigin, today: string): string[] {
  return [
    ...(isReceivable(origin.receivedOn, today) ? [] : [t('onBehalf.missing.receivedOn')]),
    ...(origin.fromName.trim() === '' ? [t('onBehalf.missing.fromName')] : []),
    ...(origin.fromRelationship.trim() === '' ? [t('onBehalf.missing.fromRelationship')] : []),
  ]
}

/** What is wrong with the day of receipt as far as one is there. */
export function receivedProblem(receivedOn: string, today: string): string | undefined {
  if (receivedOn === '') return undefined
  const problem = findReceivedProblem(receivedOn, today)
  return problem && t(`onBehalf.received.${problem}`)
}

function isReceivable(receivedOn: string, today: string): boolean {
  return receivedOn !== '' && findReceivedProblem(receivedOn, today) === undefined
}
