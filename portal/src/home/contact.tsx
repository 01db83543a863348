import { PageBody } from '../PageBody.tsx'
import { hasContact } from '../design/ContactDetails.tsx'
import { Wording } from '../design/Wording.tsx'
import { usePortal } from '../use-portal.ts'
import { ContactUs } from './ContactUs.tsx'
import { Notice } from './Notice.tsx'

/** Whom to ask. */
export default function Contact() {
  const { t, language, shown } = usePortal()
  return (
    <PageBody title={t('portal.contact.title')} back="/" above={<Notice />}>
      <p className="govuk-body-l">
        <Wording text={shown.contact.who} language={language} />
      </p>
      <ContactUs />
      <p className="govuk-body">
        {t(hasContact(shown.contact) ? 'portal.contact.reference' : 'portal.contact.notSaid')}
      </p>
    </PageBody>
  )
}
