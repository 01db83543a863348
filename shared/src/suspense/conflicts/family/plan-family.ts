import type { RelationshipKind } from '../../../people/family/relationships.ts'
import type { ImportRule } from '../import-rules.ts'
import { isNamed, isSameSort, listMissing, type ToldCarer, type ToldContact } from './told-carer.ts'

/** A way to reach a parent or carer that works. */
export type HeldContact = ToldContact & { contactId: string; version: number; preferred: boolean }

/** A parent or carer on the record of a child. */
export type HeldCarer = {
  personId: string
  givenNames: string
  familyName: string
  knownAsGivenNames: string | null
  knownAsFamilyName: string | null
  dateOfBirth: string | null
  kind: RelationshipKind
  /** The day on which they were that no more; null of who still is. */
  until: string | null
  /** What is preferred first. */
  contacts: HeldContact[]
}

/** What becomes of something that was told of a parent or carer. */
export type PlannedFact =
  | { outcome: 'conflict'; told: ToldCarer }
  /** A contact of somebody on record: it is added, or takes the place of another. */
  | { outcome: 'import'; carerId: string; contact: ToldContact; replaces: HeldContact | undefined }

/** The one parent or carer on record who bears the name that is told; of two of one name neither. */
export function findCarer(told: ToldCarer, family: readonly HeldCarer[]): HeldCarer | undefined {
  const [found, ...others] = family.filter((held) => held.until === null && isNamed(told, held))
  return others.length === 0 ? found : undefined
}

/** The contacts of a carer whose place another of the same sort could take. */
export function listReplaceable(contact: ToldContact, held: HeldCarer): HeldContact[] {
  return held.contacts.filter((each) => isSameSort(each, contact))
}

/**
 * What becomes of all that was told of the parents and carers of a child: what is on record is left alone. No rule adds an
 * adult to a family: they may be on record already, as the parent of another child. Of whoever is family each contact is a fact.
 */
export function planFamily(
  carers: readonly ToldCarer[],
  family: readonly HeldCarer[],
  rule: ImportRule,
): PlannedFact[] {
  if (rule === 'doNotImport') return []
  return carers.flatMap((told): PlannedFact[] => {
    const held = findCarer(told, family)
    if (!held) return [{ outcome: 'conflict', told }]
    // Two who are told of may bear the two names of one adult: an officer says which of them it is.
    const isOnly = carers.every((other) => other === told || findCarer(other, family) !== held)
    return listMissing(told.contacts, held.contacts).map((contact) =>
      planContact({ told, held, contact, rule, isOnly }),
    )
  })
}

type Fact = { told: ToldCarer; held: HeldCarer; contact: ToldContact; rule: ImportRule; isOnly: boolean }

function planContact({ told, held, contact, rule, isOnly }: Fact): PlannedFact {
  const sameSort = listReplaceable(contact, held)
  // A mobile takes the place of a mobile, and stands beside a telephone at home.
  const [replaces, ...others] = sameSort.filter(({ kind }) => kind === contact.kind)
  const sameTold = told.contacts.filter((each) => each.kind === contact.kind)
  // Of several on either side nothing says which takes the place of which.
  const isPlain = others.length === 0 && sameTold.length === 1
  const unseen = rule === 'alwaysImport' || (rule === 'importIfEmpty' && sameSort.length === 0)
  if (unseen && isPlain && isOnly) return { outcome: 'import', carerId: held.personId, contact, replaces }
  return { outcome: 'conflict', told: { ...told, contacts: [contact] } }
}
