import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import type { StatusShape } from '../../submissions/work-list/StatusMark.tsx'
import { dateInWords } from '../../submissions/work-list/date-words.ts'

const t = translator('en')

export type ListedForm = RouterOutputs['forms']['list']['forms'][number]

export const portalFilters = ['all', 'live', 'notLive'] as const
export type PortalFilter = (typeof portalFilters)[number]

export const internalFilters = ['all', 'current', 'previous', 'future'] as const
export type InternalFilter = (typeof internalFilters)[number]

/** A version of an internal form as a row of its own. */
export type InternalRow = {
  form: ListedForm
  number: number
  from: string
  state: Exclude<InternalFilter, 'all'>
}

/** The forms of the portals that a filter lets through. */
export function filterPortalForms(forms: readonly ListedForm[], filter: PortalFilter): ListedForm[] {
  return forms.filter(
    ({ family, liveState }) =>
      family === 'portal' && (filter === 'all' || (liveState === 'live') === (filter === 'live')),
  )
}

/** The versions of internal forms that a filter lets through, the newest of each form first. */
export function filterInternalVersions(forms: readonly ListedForm[], filter: InternalFilter): InternalRow[] {
  return forms.flatMap((form) =>
    form.versions.toReversed().flatMap(({ number, effective }): InternalRow[] => {
      if (!effective || (filter !== 'all' && effective.state !== filter)) return []
      return [{ form, number, ...effective }]
    }),
  )
}

/** The number of the newest version; versions are listed in their order. */
export function latestVersionOf({ versions }: ListedForm): number {
  return versions.at(-1)?.number ?? 1
}

/** The id of a published form's row among all rows of the screen. */
export function publishedRowId({ formId }: { formId: string }): string {
  return `published ${formId}`
}

/** The id of the row of a version of an internal form. */
export function internalRowId({ form, number }: InternalRow): string {
  return `internal ${form.formId} ${number}`
}

/** How a form of the portals stands today, with the date that made it so or will end it. */
export function liveInWords({ liveState, liveFrom, liveUntil }: ListedForm): {
  shape: StatusShape
  word: string
} {
  switch (liveState) {
    case 'live':
      return liveUntil
        ? { shape: 'filled', word: t('forms.liveUntil', { date: dateInWords(liveUntil) }) }
        : { shape: 'filled', word: t('forms.live') }
    case 'switchedOff':
      return { shape: 'open', word: t('forms.notLive') }
    case 'notYet':
      return { shape: 'waiting', word: t('forms.liveFrom', { date: dateInWords(liveFrom) }) }
    case 'ended':
      return { shape: 'open', word: t('forms.liveEnded', { date: dateInWords(liveUntil) }) }
  }
}
