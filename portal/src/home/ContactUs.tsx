import { ContactDetails } from '../design/ContactDetails.tsx'
import { usePortal } from '../use-portal.ts'

/** How the authority is reached, as far as it has said it. */
export function ContactUs() {
  const { t, language, shown } = usePortal()
  const labels = {
    phone: t('portal.contact.phone'),
    email: t('portal.contact.email'),
    hours: t('portal.contact.hours'),
    address: t('portal.contact.address'),
  }
  return <ContactDetails contact={shown.contact} language={language} labels={labels} />
}
