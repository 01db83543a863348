import { NoticeBanner } from '../design/NoticeBanner.tsx'
import { usePortal } from '../use-portal.ts'

/** The notice of this face, where it has one. */
export function Notice() {
  const { language, shown } = usePortal()
  return <NoticeBanner notice={shown.notice} language={language} />
}
