import type { FormDefinition } from '@send/shared/forms/form-definition'
import { inLanguage, type Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'

/** The form, and how far along its pages one is; a page that other answers hide meanwhile has no place among them. */
export function pageCaption({ title, pages }: FormDefinition, pageId: string, language: Language): string {
  const form = inLanguage(title, language)
  const place = pages.findIndex(({ id }) => id === pageId)
  if (place === -1 || pages.length === 1) return form
  return translator(language)('portal.forms.pageOf', { form, page: place + 1, pages: pages.length })
}
