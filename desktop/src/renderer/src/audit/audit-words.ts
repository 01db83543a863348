import type { Translate, TextKey } from '@send/shared/texts/translator'
import { auditActionTexts } from '@send/shared/texts/audit-action-texts'
import { translator } from '@send/shared/texts/translator'
import { findTypedDate } from '@send/shared/values/plain-date'

import type { RouterOutputs } from '../api.ts'

export type AuditLine = RouterOutputs['audit']['search']['lines'][number]

const t: Translate = translator('en')

const exact = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Europe/London',
})

/** A moment to the second in UK time: "3 Nov 2026, 14:05:09". */
export function secondInWords(instant: string): string {
  return exact.format(new Date(instant))
}

/** The time of day in UK time, with the day when it is not today: "10:42:03". */
export function timeInWords(instant: string, now: Date): string {
  const [day, time = ''] = secondInWords(instant).split(', ')
  const [today] = secondInWords(now.toISOString()).split(', ')
  return day === today ? time : `${day}, ${time}`
}

/** What was done, in words; an action of a later version of the server stays as it is written. */
export function actionInWords(action: string): string {
  const key = `audit.action.${action}`
  return Object.hasOwn(auditActionTexts, key) ? t(key as TextKey) : action
}

/** Every action with its words, by the words. */
export const actionChoices: readonly { value: string; label: string }[] = Object.keys(auditActionTexts)
  .map((key) => key.replace('audit.action.', ''))
  .map((value) => ({ value, label: actionInWords(value) }))
  .toSorted((a, b) => a.label.localeCompare(b.label, 'en'))

/** Who acted. */
export function whoInWords({ actor }: AuditLine): string {
  if (actor.name) return actor.name
  if (actor.kind === 'system') return t('audit.who.system')
  return actor.userId ? t('audit.who.unknown') : t('audit.who.public')
}

/** About whom: the child, or how many children the results named. */
export function childInWords({ person, details }: AuditLine): string {
  if (person) return person.name || t('audit.child.unnamed')
  const people = details['people']
  return Array.isArray(people) && people.length > 0 ? t('audit.child.several', { count: people.length }) : '—'
}

/** From which of our programs, and from which network address. */
export function originInWords({ face, address }: AuditLine): string {
  const words = [face ? t(`audit.face.${face}`) : undefined, address ?? undefined]
  return words.filter(Boolean).join(' · ') || '—'
}

/** A day as it is written in the United Kingdom (14/02/2026, also 14.2.2026), else undefined. */
export function findUkDate(typed: string): string | undefined {
  const parts = /^\s*(?<day>\d{1,2})[/. -](?<month>\d{1,2})[/. -](?<year>\d{4})\s*$/.exec(typed)?.groups
  const { day = '', month = '', year = '' } = parts ?? {}
  return findTypedDate({ day, month, year })
}
