import { bareContact } from '../../people/family/contacts.ts'
import { isEmailAddress } from '../../values/email-address.ts'
import { isPhoneNumber, tidyPhoneNumber } from '../../values/phone-number.ts'
import { cyrb53 } from '../../values/cyrb53.ts'

export const parentContactKinds = ['phone', 'email'] as const
export type ParentContactKind = (typeof parentContactKinds)[number]

/** How a parent or carer is reached: a number without spaces, from 0 or +, or an address in small letters. */
export type ParentContact = { kind: ParentContactKind; value: string }

/** A contact as it is told; `former` where it does not work any more, or whoever has it is not family any more. */
export type ToldParentContact = ParentContact & { former?: boolean | undefined }

/** Numbers or addresses that work, and those of before. */
export type FoldedContacts = { now: readonly string[]; former: readonly string[] }

/** Of each kind, what is known of the parents and carers of somebody; at least one is. */
export type FoldedParents = Record<ParentContactKind, FoldedContacts>

/** A contact in the one writing in which it is kept; undefined where nobody can be reached by it. */
export function readParentContact(
  kind: ParentContactKind,
  written: string | null | undefined,
): ParentContact | undefined {
  const typed = written?.trim() ?? ''
  if (kind === 'email') return isEmailAddress(typed) ? { kind, value: bareContact(typed) } : undefined
  return isPhoneNumber(typed) ? { kind, value: bareContact(tidyPhoneNumber(typed)) } : undefined
}

/** The contacts of parents made ready for comparison; undefined where there are none. */
export function foldContacts(
  told: readonly ToldParentContact[] | null | undefined,
): FoldedParents | undefined {
  if (!told || told.length === 0) return undefined
  const read = told.flatMap(({ kind, value, former = false }) => {
    const contact = readParentContact(kind, value)
    return contact ? [{ ...contact, former }] : []
  })
  const pick = (wanted: ParentContactKind): FoldedContacts => {
    const values = (former: boolean) =>
      read.filter((each) => each.kind === wanted && each.former === former).map(({ value }) => value)
    const now = [...new Set(values(false))]
    return { now, former: [...new Set(values(true))].filter((value) => !now.includes(value)) }
  }
  return read.length > 0 ? { phone: pick('phone'), email: pick('email') } : undefined
}

/** All numbers or addresses of one kind, those of before among them. */
export function listContactValues(
  parents: FoldedParents | undefined,
  kind: ParentContactKind,
): readonly string[] {
  return parents ? [...parents[kind].now, ...parents[kind].former] : []
}

/** What leads to all whose parents are reached by the same number or address, be it a former one. */
export function listContactTerms(parents: FoldedParents | undefined): string[] {
  return parentContactKinds.flatMap((kind) =>
    listContactValues(parents, kind).map((value) => `${kind} ${value}`),
  )
}

/** By what it is counted how many have a contact, so that no number and no address stands among the counts. */
export function sealContact(value: string): string {
  return String(cyrb53(value))
}
