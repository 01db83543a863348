import type { ShownFace } from '@send/shared/accounts/portal-faces/shown-face'
import type { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { ImportantBanner } from './ImportantBanner.tsx'
import { Wording } from './Wording.tsx'
import { WrittenText } from './WrittenText.tsx'

/** What the authority wants everybody to know who comes; nothing where there is nothing. */
export function NoticeBanner({ notice, language }: { notice: ShownFace['notice']; language: Language }) {
  if (!notice) return null
  return (
    <ImportantBanner
      title={translator(language)('portal.notice')}
      heading={<Wording text={notice.title} language={language} />}
    >
      <WrittenText text={notice.text} language={language} />
    </ImportantBanner>
  )
}
