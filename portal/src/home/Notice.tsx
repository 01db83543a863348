import { ImportantBanner } from '../design/ImportantBanner.tsx'
import { Wording } from '../design/Wording.tsx'
import { WrittenText } from '../design/WrittenText.tsx'
import { usePortal } from '../use-portal.ts'

/** What the authority wants everybody to know who comes; nothing where there is nothing. */
export function Notice() {
  const { t, language, shown } = usePortal()
  if (!shown.notice) return null
  const { title, text } = shown.notice
  return (
    <ImportantBanner title={t('portal.notice')} heading={<Wording text={title} language={language} />}>
      <WrittenText text={text} language={language} />
    </ImportantBanner>
  )
}
