import type { Language } from '@send/shared/texts/language'
import { MailLink, PhoneLink, type Contact } from './ContactDetails.tsx'
import { Wording } from './Wording.tsx'

type ServiceFooterProps = {
  language: Language
  heading: string
  links: { href: string; text: string }[]
  contact: Contact
  labels: { phone: string; email: string }
}

/** What stands under every page: ways to pages about the service, and whom to ask. */
export function ServiceFooter({ language, heading, links, contact, labels }: ServiceFooterProps) {
  const { who, phone, email } = contact
  return (
    <footer className="govuk-footer">
      <div className="govuk-width-container">
        <h2 className="govuk-visually-hidden">{heading}</h2>
        <ul className="govuk-footer__inline-list">
          {links.map(({ href, text }) => (
            <li className="govuk-footer__inline-list-item" key={href}>
              <a className="govuk-footer__link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
        <p className="govuk-body-s">
          <Wording text={who} language={language} />
          {phone ? (
            <>
              <br />
              {labels.phone}: <PhoneLink phone={phone} className="govuk-footer__link" />
            </>
          ) : null}
          {email ? (
            <>
              <br />
              {labels.email}: <MailLink email={email} className="govuk-footer__link" />
            </>
          ) : null}
        </p>
      </div>
    </footer>
  )
}
