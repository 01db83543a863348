import type { ToldParentContact } from '@send/shared/suspense/matching/parent-contacts'
import type { Random } from '@send/shared/values/seeded-random'

/** The telephones and mailboxes of one parent. */
type Parent = { phone: string; email: string }
export type Family = readonly [Parent, Parent]

/** Two parents whom nobody else is taken for. */
export function generateFamily(random: Random): Family {
  const parent = () => {
    const number = String(random.below(1_000_000_000)).padStart(9, '0')
    return { phone: `07${number}`, email: `parent${number}@example.org` }
  }
  return [parent(), parent()]
}

/** What is on record of a family: mostly one parent, at times both, some with a number that works no more. */
export function recordFamily(random: Random, [one, other]: Family): ToldParentContact[] {
  const known = random.chance(0.4) ? [one, other] : [one]
  return known.flatMap(({ phone, email }): ToldParentContact[] => [
    { kind: 'phone', value: phone, former: random.chance(0.15) },
    ...(random.chance(0.7) ? [{ kind: 'email' as const, value: email }] : []),
  ])
}

/** What a form tells of its sender, who may be the parent that is not on record, or have another number by now. */
export function tellFamily(random: Random, [one, other]: Family): ToldParentContact[] {
  const { phone, email } = random.chance(0.75) ? one : other
  const number = random.chance(0.1) ? generateFamily(random)[0].phone : phone
  return [
    { kind: 'email', value: email },
    ...(random.chance(0.6) ? [{ kind: 'phone' as const, value: number }] : []),
  ]
}
