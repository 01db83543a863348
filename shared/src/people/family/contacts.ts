import { z } from 'zod'
import { isEmailAddress } from '../../values/email-address.ts'
import { isMobileNumber, isPhoneNumber, tidyPhoneNumber } from '../../values/phone-number.ts'
import { PlainDate } from '../../values/plain-date.ts'
import { StorableText } from '../../values/storable-text.ts'
import { findDayProblem, type DayProblem } from './relationships.ts'

export const contactKinds = ['mobile', 'home', 'work', 'email'] as const
export type ContactKind = (typeof contactKinds)[number]

/** A way to reach a person, as an officer types it; an empty day says that it still works. */
export const ContactEntry = z.strictObject({
  kind: z.enum(contactKinds),
  value: StorableText.max(254),
  /** By which of all their ways the person would rather be reached. */
  preferred: z.boolean(),
  until: z.union([z.literal(''), PlainDate]),
})
export type ContactEntry = z.infer<typeof ContactEntry>

export type ContactProblem = 'missing' | 'phoneWrong' | 'mobileWrong' | 'emailWrong'
export type ContactProblems = { value?: ContactProblem; until?: DayProblem }

/** What is wrong with a way to reach a person; `today` is the last day that has come. */
export function listContactProblems(entry: ContactEntry, today: PlainDate): ContactProblems {
  const [value, until] = [findValueProblem(entry), findDayProblem(entry.until, null, today)]
  return { ...(value ? { value } : {}), ...(until ? { until } : {}) }
}

function findValueProblem({ kind, value }: ContactEntry): ContactProblem | undefined {
  if (value.trim() === '') return 'missing'
  switch (kind) {
    case 'email':
      return isEmailAddress(value) ? undefined : 'emailWrong'
    case 'mobile':
      if (!isPhoneNumber(value)) return 'phoneWrong'
      return isMobileNumber(value) ? undefined : 'mobileWrong'
    case 'home':
    case 'work':
      return isPhoneNumber(value) ? undefined : 'phoneWrong'
  }
}

/** What is kept of a way without problems: one writing for one number or address. What has ended is not preferred. */
export function readContact({ kind, value, preferred, until }: ContactEntry): ContactEntry {
  const tidied = kind === 'email' ? value.trim().toLowerCase() : tidyPhoneNumber(value)
  return { kind, value: tidied, preferred: preferred && until === '', until }
}

/** Whether two ways lead to the same telephone or mailbox, whatever they are called and however they are spaced. */
export function isSameContact(one: string, other: string): boolean {
  return bareContact(one) === bareContact(other)
}

/** What two writings of one number or address that are kept have in common. */
export function bareContact(value: string): string {
  return value.includes('@') ? value.toLowerCase() : value.replaceAll(' ', '')
}
