import { relationshipKinds } from '@send/shared/people/family/relationships'
import { translator } from '@send/shared/texts/translator'

import { dateInWords } from '../../submissions/work-list/date-words.ts'
import type { MatchConflictsData } from './conflict-words.ts'
import type { FamilyChoice } from './useFamilyDecisions.ts'

const t = translator('en')

export type FamilyConflict = MatchConflictsData['openFamily'][number]
type Taken = MatchConflictsData['takenToFamily'][number]
type Possible = FamilyConflict['possible'][number]

/** The name as it was told. */
export function nameOfTold({ told }: FamilyConflict): string {
  return `${told.givenNames} ${told.familyName}`
}

/** What is recorded of somebody whom nobody calls anything else. */
function kindOf({ told }: FamilyConflict): string {
  return t(`family.kind.${told.kind ?? 'carer'}`).toLowerCase()
}

/** What we hold, a line each: who it is and how they are reached. */
export function heldInWords({ carer, formerlyUntil }: FamilyConflict): string[] {
  if (!carer) {
    const former = formerlyUntil && t('importFamily.formerly', { date: dateInWords(formerlyUntil) })
    return [t('importFamily.nobody'), ...(former ? [former] : [])]
  }
  const reached = carer.contacts.map(({ value, preferred }) =>
    preferred ? t('importFamily.preferred', { value }) : value,
  )
  const lines = reached.length > 0 ? reached : [t('importFamily.noContact')]
  return [t('importFamily.isTheir', { kind: t(`family.kind.${carer.kind}`) }), ...lines]
}

/** What came, a line each; of whoever is family their contacts alone. */
export function cameInWords({ told, carer, missing }: FamilyConflict): string[] {
  const contacts = missing.map(({ value }) => value)
  if (carer) return contacts
  const { addressLine, addressLine2, town, postcode } = told.address ?? {}
  const address = [addressLine, addressLine2, town, postcode].filter(Boolean).join(', ')
  return [
    ...(told.relation ? [t('importFamily.says', { relation: told.relation })] : []),
    ...contacts,
    ...(address ? [t('importFamily.livesAt', { address })] : []),
  ]
}

/** What is to be known about what came, besides its words. */
export function remarkOfFamily({ told, carer, isSame }: FamilyConflict): string | undefined {
  if (isSame) return t('importFamily.sameByNow')
  return !carer && told.responsibility ? t(`importFamily.responsibility.${told.responsibility}`) : undefined
}

/** Somebody on record who may be meant, with why. */
export function possibleInWords({ name, dateOfBirth, kind, hasSameContact }: Possible): string {
  const born = dateOfBirth ? dateInWords(dateOfBirth) : t('importFamily.noBirth')
  if (kind) {
    const words = { name, born, kind: t(`family.kind.${kind}`).toLowerCase() }
    return t('importFamily.possibleKin', words)
  }
  return t(hasSameContact ? 'importFamily.possibleReached' : 'importFamily.possibleNamed', { name, born })
}

/** What the record will be by a choice. */
export function becomesInWords(conflict: FamilyConflict, { choice, targetId }: FamilyChoice): string {
  const { carer, missing, possible, replaceable } = conflict
  const value = missing.map((each) => each.value).join(', ')
  if (choice === 'replace') {
    const before = replaceable.find(({ contactId }) => contactId === targetId)?.value ?? ''
    return t('importFamily.replaces', { value, before })
  }
  if (choice !== 'add') return t('importFamily.unchanged')
  if (carer) return t('importFamily.addsContact', { value })
  const known = possible.find(({ personId }) => personId === targetId)
  const kind = kindOf(conflict)
  if (!known) return t('importFamily.addsNew', { name: nameOfTold(conflict), kind })
  const { name } = known
  if (!known.kind) return t('importFamily.addsKnown', { name, kind })
  return value ? t('importFamily.addsContacts', { name, value }) : t('importFamily.addsNothing', { name })
}

/** What a decision is about, for whoever hears it. */
export function decisionInWords(conflict: FamilyConflict): string {
  const what = cameInWords(conflict).join(', ') || t('importFamily.nobody')
  return t('importFamily.decisionOf', { name: nameOfTold(conflict), what })
}

/** Something that came to the family already. */
export function takenInWords({ fact, name, value }: Taken): string {
  const kind = relationshipKinds.find((each) => fact === 'relationship' && each === value)
  return t(`importFamily.taken.${fact}`, { name, value: kind ? t(`family.kind.${kind}`) : (value ?? '') })
}
