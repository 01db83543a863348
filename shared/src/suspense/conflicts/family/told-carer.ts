import { z } from 'zod'
import { contactKinds, isSameContact } from '../../../people/family/contacts.ts'
import { relationshipKinds } from '../../../people/family/relationships.ts'
import { fold } from '../../matching/identity.ts'

/** A way to reach somebody, as `readContact` keeps it. */
export const ToldContact = z.strictObject({ kind: z.enum(contactKinds), value: z.string() })
export type ToldContact = z.infer<typeof ToldContact>

const Part = z.string().nullable()

/** What a form says of a parent or carer of the child. */
export const ToldCarer = z.strictObject({
  givenNames: z.string(),
  familyName: z.string(),
  /** What they are to the child, where it is one of our kinds; else the words that were chosen, if any. */
  kind: z.enum(relationshipKinds).nullable(),
  relation: z.string().nullable(),
  /** What the form says of parental responsibility; it is shown, and never recorded by itself. */
  responsibility: z.enum(['yes', 'no']).nullable(),
  contacts: z.array(ToldContact),
  address: z.strictObject({ addressLine: Part, addressLine2: Part, town: Part, postcode: Part }).nullable(),
})
export type ToldCarer = z.infer<typeof ToldCarer>

type Named = { givenNames: string; familyName: string }
type Called = Named & { knownAsGivenNames?: string | null; knownAsFamilyName?: string | null }

/** Whether a name that is told is that of somebody on record, or what they are called: capitals, accents and spaces aside. */
export function isNamed(told: Named, held: Called): boolean {
  const given = [held.givenNames, held.knownAsGivenNames ?? '']
  const family = [held.familyName, held.knownAsFamilyName ?? '']
  return isAmong(told.givenNames, given, firstOf) && isAmong(told.familyName, family, (name) => name)
}

/** Middle names are left out by some and told by others. */
function isAmong(told: string, held: readonly string[], shorten: (name: string) => string): boolean {
  const short = (name: string) => fold(shorten(name.trim()))
  return short(told) !== '' && held.some((name) => short(name) === short(told))
}

function firstOf(names: string): string {
  return names.split(/\s+/)[0] ?? ''
}

/** Telephones, or mailboxes: what can take the place of what. */
export function isSameSort(one: ToldContact, other: ToldContact): boolean {
  return (one.kind === 'email') === (other.kind === 'email')
}

/** Those of some contacts that are not among others. */
export function listMissing(told: readonly ToldContact[], held: readonly ToldContact[]): ToldContact[] {
  return told.filter(({ value }) => !held.some((each) => isSameContact(each.value, value)))
}

/** Several forms, or several places of one, that tell of the same adult: what comes first counts, the rest adds to it. */
export function joinCarers(told: readonly ToldCarer[]): ToldCarer[] {
  const joined: ToldCarer[] = []
  for (const carer of told) {
    const index = joined.findIndex((each) => isNamed(carer, each))
    const before = joined[index]
    if (!before) joined.push({ ...carer, contacts: withoutDoubles(carer.contacts) })
    else
      joined[index] = {
        ...before,
        kind: before.kind ?? carer.kind,
        relation: before.relation ?? carer.relation,
        responsibility: before.responsibility ?? carer.responsibility,
        contacts: withoutDoubles([...before.contacts, ...carer.contacts]),
        address: before.address ?? carer.address,
      }
  }
  return joined
}

function withoutDoubles(contacts: readonly ToldContact[]): ToldContact[] {
  return contacts.filter((contact, index) => listMissing([contact], contacts.slice(0, index)).length > 0)
}
