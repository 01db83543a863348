import { inLanguage } from '@send/shared/texts/language'
import { useOfRequest } from '../../of-request.tsx'
import { useFormLanguage } from '../form-language.ts'
import { mySubmission } from '../mine.ts'

/** The title of the form of this page, and its language where it is another than that of the page. */
export function useFormTitle() {
  const { whole } = useOfRequest(mySubmission)
  const { language, lang } = useFormLanguage(whole)
  return { title: inLanguage(whole.title, language), lang }
}
