import type { SeenChild } from '@send/shared/involvements/group-by-child'
import type { Translate } from '@send/shared/texts/translator'
import { formatDate } from '@send/shared/values/plain-date'
import type { PortalLanguage } from '../visitor.ts'

type Wording = { sharesName: boolean; t: Translate; language: PortalLanguage }

/** A child by name, told apart from others of the same name only by what the visitor may see or has typed. */
export function childInWords(child: SeenChild, { sharesName, t, language }: Wording): string {
  const name = `${child.givenNames} ${child.familyName}`.trim()
  if (!sharesName) return name
  if (child.dateOfBirth === null) return t('portal.home.childUnborn', { child: name })
  return t('portal.home.childBorn', { child: name, day: formatDate(child.dateOfBirth, language) })
}
