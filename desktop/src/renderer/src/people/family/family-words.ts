import type { ContactEntry } from '@send/shared/people/family/contacts'
import type { ParentalResponsibility, RelationshipEntry } from '@send/shared/people/family/relationships'
import { translator } from '@send/shared/texts/translator'
import { ageOn, type PlainDate } from '@send/shared/values/plain-date'

import type { RouterOutputs } from '../../api.ts'
import { dateInWords, momentInWords } from '../../submissions/work-list/date-words.ts'
import type { StatusShape } from '../../submissions/work-list/StatusMark.tsx'

export const t = translator('en')

export type Family = RouterOutputs['family']['get']
export type FamilyMember = Family['carers'][number]
export type Contact = Family['contacts'][number]
export type Meanwhile = Extract<RouterOutputs['family']['correct'], { outcome: 'changedMeanwhile' }>
export type Merged = Extract<RouterOutputs['family']['correct'], { outcome: 'merged' }>

/** Which relationships of a person are meant: to those who care for them, or to those for whom they care. */
export type Side = 'carers' | 'children'

export type Somebody = { personId: string; name: string; dateOfBirth: string | null }

/** Who of two is the adult, and who the child. */
export type Pair = { adult: Somebody; child: Somebody }

export function pairOf(person: Somebody, other: Somebody, side: Side): Pair {
  return side === 'carers' ? { adult: other, child: person } : { adult: person, child: other }
}

/** A mark by shape and words together: what is not known is the one that asks for something. */
export const responsibilityShapes = {
  yes: 'done',
  no: 'gone',
  notKnown: 'warning',
} as const satisfies Record<ParentalResponsibility, StatusShape>

/** A relationship as an officer would have said it. */
export function entryOfMember(member: FamilyMember): RelationshipEntry {
  const { kind, parentalResponsibility, from, until } = member
  return { kind, parentalResponsibility, from: from ?? '', until: until ?? '' }
}

/** A contact as an officer would have typed it. */
export function entryOfContact({ kind, value, preferred, until }: Contact): ContactEntry {
  return { kind, value, preferred, until: until ?? '' }
}

/** What somebody is: to the person of the record, or the person to them. */
export function kindInWords(side: Side, { kind }: Pick<FamilyMember, 'kind'>): string {
  const word = t(`family.kind.${kind}`)
  return side === 'carers' ? word : t('family.isTheir', { kind: word })
}

/** What stands on record of two people, in one line. */
export function memberInWords({ kind, parentalResponsibility, from, until }: FamilyMember): string {
  return [
    t(`family.kind.${kind}`),
    t(`family.responsibility.${parentalResponsibility}`),
    from && `${t('family.column.from')} ${dateInWords(from)}`,
    until && `${t('family.column.until')} ${dateInWords(until)}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Why nothing was saved, where somebody else was first. */
export function meanwhileInWords({ by, at, isGone }: Meanwhile): string {
  if (!by || !at) return t('family.changed')
  const who = { by, when: momentInWords(at) }
  return isGone ? t('family.removedBy', who) : t('family.changedBy', who)
}

/** Up to and including this age somebody may have a plan, and their parents are asked for. */
const oldestYoungPerson = 25
/** From this age on it is asked whether somebody has children. */
const youngestParent = 16

/** Which parts of a family are shown: those where somebody is, and those that are asked for at that age. */
export function sidesToShow(
  { carers, children }: Pick<Family, Side>,
  birth: PlainDate | null,
  today: PlainDate,
): Record<Side, boolean> {
  const age = birth === null ? undefined : ageOn(birth, today)
  return {
    carers: carers.length > 0 || age === undefined || age <= oldestYoungPerson,
    children: children.length > 0 || age === undefined || age >= youngestParent,
  }
}
