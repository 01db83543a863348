import { inLanguage, otherLanguage, type Language, type Text } from '@send/shared/texts/language'
import { SummaryList, type SummaryRow } from './SummaryList.tsx'

export type Contact = { who: Text; phone: string; email: string; hours: Text; address: Text }
type ContactDetailsProps = {
  contact: Contact
  language: Language
  labels: Record<'phone' | 'email' | 'hours' | 'address', string>
}

/** Whether anything is said of how somebody is reached. */
export function hasContact({ phone, email, hours, address }: Contact): boolean {
  return [phone, email, hours.en, address.en].some((said) => said !== '')
}

/** How somebody is reached, as far as it is said; nothing where nothing is. */
export function ContactDetails({ contact, language, labels }: ContactDetailsProps) {
  const { phone, email, hours, address } = contact
  const lines = (key: 'hours' | 'address', text: Text): SummaryRow[] =>
    text.en === ''
      ? []
      : [
          {
            key,
            name: labels[key],
            value: (
              <bdi className="send-lines" lang={otherLanguage(text, language)}>
                {inLanguage(text, language)}
              </bdi>
            ),
          },
        ]
  const rows: SummaryRow[] = [
    ...(phone ? [{ key: 'phone', name: labels.phone, value: <PhoneLink phone={phone} /> }] : []),
    ...(email ? [{ key: 'email', name: labels.email, value: <MailLink email={email} /> }] : []),
    ...lines('hours', hours),
    ...lines('address', address),
  ]
  return rows.length === 0 ? null : <SummaryList rows={rows} />
}

/** A number that a telephone rings when it is pressed; an extension is dialled by hand. */
export function PhoneLink({ phone, className = 'govuk-link' }: { phone: string; className?: string }) {
  const rung = /^[+\d\s().-]+/.exec(phone)?.[0].replaceAll(/[^+\d]/g, '') ?? ''
  return (
    <a className={className} href={`tel:${rung}`}>
      {phone}
    </a>
  )
}

/** An address to which a mail program writes when it is pressed. */
export function MailLink({ email, className = 'govuk-link' }: { email: string; className?: string }) {
  return (
    <a className={`${className} send-wording`} href={`mailto:${encodeURIComponent(email)}`}>
      {email}
    </a>
  )
}
