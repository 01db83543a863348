import { eq, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import {
  relationshipKinds,
  type ParentalResponsibility,
  type RelationshipKind,
} from '@send/shared/people/family/relationships'
import { users } from '../../accounts/tables.ts'
import type { WorkContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { listContacts, type Contact } from './contacts/list-contacts.ts'
import { people, relationships } from '../tables.ts'
import { findAt, livesWith, type Neighbour } from './find-at-address.ts'
import { findKin, type Kin } from './find-kin.ts'

/** Enough to see a family; a home or a hostel has more. */
const mostFound = 20
/** Of one address, those of the family among them. */
const mostThere = 2 * mostFound

export type Relationship = {
  relationshipId: string
  version: number
  kind: RelationshipKind
  parentalResponsibility: ParentalResponsibility
  from: string | null
  /** Null of what goes on. */
  until: string | null
  /** Who said it last, and when; null of what no officer wrote. */
  by: string | null
  at: string | null
}

/** Somebody of whom it is recorded what they are to a person, and how they are reached now. */
export type FamilyMember = Neighbour & Relationship & { livesHere: boolean; contacts: Contact[] }

export type Family = {
  contacts: Contact[]
  carers: FamilyMember[]
  children: FamilyMember[]
  /** Who has a parent in common, and who has another adult in common. */
  siblings: (Kin & { livesHere: boolean })[]
  /** Others at the address of the record, and whether there may be more than are listed. */
  household: Neighbour[]
  hasMoreThere: boolean
}

type Person = typeof people.$inferSelect

/** The family, the household and the ways to reach a person; throws not-found. Whoever is shown stands in the trail. */
export async function getFamily(ctx: WorkContext, personId: string): Promise<Family> {
  const [person] = await ctx.tx.select().from(people).where(eq(people.id, personId))
  if (!person) throw notFound()
  const carers = await listMembers(ctx, person, 'carers')
  const children = await listMembers(ctx, person, 'children')
  const siblings = await listSiblings(ctx, personId)
  const there = await findAt(ctx, { except: personId, where: livesWith(person), limit: mostThere })
  const family = [...[...carers, ...children].filter(isLive), ...siblings]
  const isFamily = new Set(family.map((each) => each.personId))
  const isThere = new Set(there.map((each) => each.personId))
  const household = there.filter((each) => !isFamily.has(each.personId)).slice(0, mostFound)
  const members = [...carers, ...children]
  const shown = [...new Set([...members, ...siblings, ...household].map((each) => each.personId))]
  const contacts = await listContacts(ctx, [personId, ...members.map((each) => each.personId)])
  const reached = ({ personId: of }: Neighbour) =>
    contacts.filter((contact) => contact.personId === of && isLive(contact))
  await ctx.audit({
    action: 'family.get',
    objectKind: 'person',
    objectId: personId,
    personId,
    details: { people: shown },
  })
  return {
    contacts: contacts.filter((contact) => contact.personId === personId),
    carers: carers.map((each) => ({ ...each, contacts: reached(each) })),
    children: children.map((each) => ({ ...each, contacts: reached(each) })),
    siblings: siblings.map((each) => ({ ...each, livesHere: isThere.has(each.personId) })),
    household,
    hasMoreThere: there.length === mostThere,
  }
}

async function listSiblings(ctx: WorkContext, personId: string): Promise<Kin[]> {
  const kin = await findKin(ctx, personId, mostFound)
  return kin.filter((each) => each.kin === 'sibling' || each.kin === 'sameCarer')
}

function isLive({ until }: { until: string | null }): boolean {
  return until === null
}

/** Those on the other side of the relationships of a person: what goes on first, then parents before others. */
async function listMembers(ctx: WorkContext, person: Person, side: 'carers' | 'children') {
  const { childId, carerId } = relationships
  const [own, other] = side === 'carers' ? [childId, carerId] : [carerId, childId]
  const rows = await selectMembers(ctx, { person, own, other })
  return rows
    .map(({ at, ...row }) => ({ ...row, at: at?.toISOString() ?? null }))
    .toSorted(
      (one, another) =>
        Number(!isLive(one)) - Number(!isLive(another)) ||
        relationshipKinds.indexOf(one.kind) - relationshipKinds.indexOf(another.kind) ||
        (another.dateOfBirth ?? '').localeCompare(one.dateOfBirth ?? ''),
    )
}

type Sides = { person: Person; own: AnyPgColumn; other: AnyPgColumn }

function selectMembers(ctx: WorkContext, { person, own, other }: Sides) {
  const here = livesWith(person)
  return ctx.tx
    .select({
      personId: people.id,
      givenNames: people.givenNames,
      familyName: people.familyName,
      dateOfBirth: people.dateOfBirth,
      relationshipId: relationships.id,
      version: relationships.rowVersion,
      kind: relationships.kind,
      parentalResponsibility: relationships.parentalResponsibility,
      from: relationships.startedOn,
      until: relationships.endedOn,
      by: users.name,
      at: relationships.changedAt,
      livesHere: here ? sql<boolean>`coalesce(${here}, false)` : sql<boolean>`false`,
    })
    .from(relationships)
    .innerJoin(people, eq(people.id, other))
    .leftJoin(users, eq(users.id, relationships.changedBy))
    .where(eq(own, person.id))
    .orderBy(relationships.id)
}
