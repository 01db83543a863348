import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import { PageBody } from '../PageBody.tsx'
import { WelcomeText } from '../design/WelcomeText.tsx'
import { usePortal } from '../use-portal.ts'
import { Notice } from './Notice.tsx'

/** What this service is, for somebody who is not signed in. */
export function Welcome() {
  const { language, shown } = usePortal()
  const { welcomeTitle, introduction } = shown
  return (
    <PageBody
      title={inLanguage(welcomeTitle, language)}
      lang={otherLanguage(welcomeTitle, language)}
      above={<Notice />}
    >
      <WelcomeText introduction={introduction} language={language} />
    </PageBody>
  )
}
