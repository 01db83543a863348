import { createHash } from 'node:crypto'
import type { RelationshipKind } from '@send/shared/people/family/relationships'
import {
  findCarer,
  listReplaceable,
  type HeldCarer,
  type HeldContact,
} from '@send/shared/suspense/conflicts/family/plan-family'
import {
  isNamed,
  listMissing,
  type ToldCarer,
  type ToldContact,
} from '@send/shared/suspense/conflicts/family/told-carer'
import type { ConflictRow } from '../describe-conflict.ts'
import type { KnownAdult } from './list-known.ts'

/** Somebody on record who may be the adult who is told of. */
export type Possible = {
  personId: string
  name: string
  dateOfBirth: string | null
  /** What they are to the child; null of whoever is not family yet. */
  kind: RelationshipKind | null
  /** A number or address that is told is on record of them. */
  hasSameContact: boolean
}

/** Something told of a parent or carer, as an officer decides about it. */
export type OpenFamilyConflict = {
  conflictId: string
  told: ToldCarer
  /** Who on record bears the name; null where nobody of the family does. */
  carer: { personId: string; name: string; kind: RelationshipKind; contacts: HeldContact[] } | null
  /** The day until which somebody of the name was family, where they are not any more. */
  formerlyUntil: string | null
  /** What is not on record of them: all of it, of whoever is nobody’s family yet. */
  missing: ToldContact[]
  /** Whose place the one that is missing could take, what is preferred first. */
  replaceable: HeldContact[]
  /** Who else they may be, where nobody of the family bears the name. */
  possible: Possible[]
  /** Nothing is left that is not on record by now. */
  isSame: boolean
  /** Of what we hold, so that a change of it meanwhile is noticed. */
  seen: string
}

/** One conflict beside the family as it is on record now, and adults elsewhere on record who may be meant. */
export function describeFamily(
  { id: conflictId, told }: ConflictRow,
  family: readonly HeldCarer[],
  known: readonly KnownAdult[],
): OpenFamilyConflict {
  if (!told) throw new Error('A conflict of the family says who was told of')
  const held = findCarer(told, family)
  const missing = listMissing(told.contacts, held?.contacts ?? [])
  const [only, ...others] = missing
  const replaceable = held && only && others.length === 0 ? listReplaceable(only, held) : []
  const former = family.find((each) => each.until !== null && isNamed(told, each))
  const possible = held ? [] : listPossible(told, family, known)
  const isSame = held !== undefined && missing.length === 0
  const carer = held
    ? { personId: held.personId, name: nameOf(held), kind: held.kind, contacts: held.contacts }
    : null
  const state = {
    carer,
    formerlyUntil: held ? null : (former?.until ?? null),
    missing,
    replaceable,
    possible,
  }
  const seen = createHash('sha256').update(JSON.stringify(state)).digest('hex')
  return { conflictId, told, ...state, isSame, seen }
}

/** The others of the family, because names are written in many ways; then who is found elsewhere on record. */
function listPossible(
  told: ToldCarer,
  family: readonly HeldCarer[],
  known: readonly KnownAdult[],
): Possible[] {
  const live = family.filter(({ until }) => until === null)
  const isFamily = new Set(live.map(({ personId }) => personId))
  const isReached = ({ contacts }: { contacts: readonly ToldContact[] }) =>
    listMissing(told.contacts, contacts).length < told.contacts.length
  const elsewhere = known.filter(
    (adult) => !isFamily.has(adult.personId) && (isReached(adult) || isNamed(told, adult)),
  )
  return [...live, ...elsewhere.map((adult) => ({ ...adult, kind: null }))].map((each) => {
    const { personId, dateOfBirth, kind } = each
    return { personId, name: nameOf(each), dateOfBirth, kind, hasSameContact: isReached(each) }
  })
}

function nameOf({ givenNames, familyName }: { givenNames: string; familyName: string }): string {
  return `${givenNames} ${familyName}`.trim()
}
