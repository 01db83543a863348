import { asc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { AutomaticFrom } from '@send/shared/suspense/matching/automatic-from'
import type { ParentContactKind } from '@send/shared/suspense/matching/parent-contacts'
import type { ScoredCandidate } from '@send/shared/suspense/scored-candidate'
import type { DiscardReason } from '@send/shared/suspense/discard'
import type { SuspenseState } from '@send/shared/suspense/suspense-lifecycle'
import { organisations } from '../accounts/organisations/tables.ts'
import { users } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { summaryColumns, type PersonSummary } from '../people/person-summary.ts'
import { bases, people } from '../people/tables.ts'
import { nameSettler } from './add-unmatched/name-settler.ts'
import { childVersion } from './child-version.ts'
import { describeLine, type DescribedLine } from './describe-line.ts'
import { listHanging, type HangingForm } from './list-hanging.ts'
import { scoreDetails } from './score-child.ts'
import type { IncomingChild } from './lock-for-decision.ts'
import { findAskable } from './questions/ask-sender.ts'
import { listQuestions, type AskedQuestion } from './questions/list-questions.ts'
import { readSetting } from './settings/read-settings.ts'
import { incomingChildren, rejectedCandidates } from './tables.ts'

/** Somebody on record beside an incoming child: what the record says now, and what was weighed. */
export type Candidate = ScoredCandidate & { person: PersonOnRecord }

type PersonOnRecord = PersonSummary & {
  formerFamilyName: string | null
  nhsNumber: string | null
  address: string | null
}

export type IncomingChildDetails = {
  incomingChildId: string
  child: {
    givenNames: string | null
    familyName: string | null
    dateOfBirth: string | null
    sex: 'female' | 'male' | null
    upn: string | null
    postcode: string | null
    /** By what a parent or carer is reached, as the sender told it; no number and no address. Absent of what was kept before. */
    contacts?: ParentContactKind[]
  }
  source: IncomingChild['source']
  line: DescribedLine | null
  /** Who added the child from a list of which school; null of every other. */
  added: { by: string; organisation: string } | null
  state: SuspenseState
  version: number
  settled: { by: string; at: string; personId: string } | null
  /** When the candidates were weighed, by which model, 0 for the one before any estimate, and from when on a match was automatic; null while that waits. */
  scored: { at: string; modelVersion: number; automaticFrom: AutomaticFrom } | null
  discarded: { by: string; at: string; reason: DiscardReason; words: string } | null
  submissions: HangingForm[]
  /** Whether somebody in the portal can be asked about the child. */
  canBeAsked: boolean
  questions: AskedQuestion[]
  candidates: Candidate[]
  rejected: { person: PersonSummary; by: string; at: string }[]
}

const senders = alias(users, 'senders')

/** One incoming child with the people it may be, as they were weighed, and those who it is not. */
export async function getIncomingChild(
  ctx: ProcedureContext<Actor>,
  incomingChildId: string,
): Promise<IncomingChildDetails> {
  const [found] = await ctx.tx
    .select({
      row: incomingChildren,
      version: childVersion(),
      officer: users.name,
      school: bases.name,
      sender: senders.name,
      organisation: organisations.name,
    })
    .from(incomingChildren)
    .leftJoin(bases, eq(bases.id, incomingChildren.baseId))
    .leftJoin(users, eq(users.id, incomingChildren.settledBy))
    .leftJoin(senders, eq(senders.id, incomingChildren.ownerUserId))
    .leftJoin(organisations, eq(organisations.id, incomingChildren.organisationId))
    .where(eq(incomingChildren.id, incomingChildId))
  if (!found) throw notFound()
  const { row, version, officer, school, sender, organisation } = found
  const { personId, state } = row
  const rejected = await listRejected(ctx, incomingChildId)
  const seen = rejected.map(({ person }) => person.personId)
  await ctx.audit({
    action: 'suspense.get',
    objectKind: 'incomingChild',
    objectId: incomingChildId,
    personId,
    details: { ...scoreDetails(row), people: [...row.candidates.map((each) => each.personId), ...seen] },
  })
  return {
    incomingChildId,
    child: describeChild(row),
    source: row.source,
    added: organisation === null ? null : { by: sender ?? '', organisation },
    line: await describeLine(ctx, row, school),
    state,
    version,
    settled: personId
      ? {
          by: officer ?? (await nameSettler(ctx, row)),
          at: (row.settledAt ?? row.waitingSince).toISOString(),
          personId,
        }
      : null,
    scored: await describeScore(ctx, row),
    discarded: row.discardReason
      ? {
          by: officer ?? '',
          at: (row.settledAt ?? row.waitingSince).toISOString(),
          reason: row.discardReason,
          words: row.discardWords ?? '',
        }
      : null,
    submissions: await listHanging(ctx, incomingChildId),
    canBeAsked: (await findAskable(ctx, incomingChildId)) !== undefined,
    questions: await listQuestions(ctx, incomingChildId),
    candidates: await describeCandidates(ctx, row.candidates),
    rejected,
  }
}

/** What the sender tells of a child, as officers see it. */
export function describeChild(row: IncomingChild): IncomingChildDetails['child'] {
  const { givenNames, familyName, dateOfBirth, sex, upn, postcode, parentContacts } = row
  const contacts = [...new Set(parentContacts.map(({ kind }) => kind))]
  return { givenNames, familyName, dateOfBirth, sex, upn, postcode, contacts }
}

async function describeScore(
  ctx: ProcedureContext<Actor>,
  { source, scoredAt, modelVersion }: IncomingChild,
): Promise<IncomingChildDetails['scored']> {
  if (!scoredAt || modelVersion === null) return null
  const { automaticFrom } = await readSetting(ctx.tx, source, scoredAt)
  return { at: scoredAt.toISOString(), modelVersion, automaticFrom }
}

/** Candidates with what the records of the people say now. */
export async function describeCandidates(
  ctx: ProcedureContext<Actor>,
  candidates: readonly ScoredCandidate[],
): Promise<Candidate[]> {
  if (candidates.length === 0) return []
  const rows = await ctx.tx
    .select({
      ...summaryColumns,
      formerFamilyName: people.formerFamilyName,
      nhsNumber: people.nhsNumber,
      addressLine: people.addressLine,
      addressLine2: people.addressLine2,
      town: people.town,
    })
    .from(people)
    .leftJoin(bases, eq(bases.id, people.schoolId))
    .where(
      inArray(
        people.id,
        candidates.map(({ personId }) => personId),
      ),
    )
  return candidates.flatMap((candidate) => {
    const found = rows.find(({ personId }) => personId === candidate.personId)
    if (!found) return []
    const { addressLine, addressLine2, town, ...person } = found
    const address = [addressLine, addressLine2, town].filter(Boolean).join(', ') || null
    return [{ ...candidate, person: { ...person, address } }]
  })
}

async function listRejected(
  ctx: ProcedureContext<Actor>,
  incomingChildId: string,
): Promise<IncomingChildDetails['rejected']> {
  const rows = await ctx.tx
    .select({ person: summaryColumns, by: users.name, at: rejectedCandidates.rejectedAt })
    .from(rejectedCandidates)
    .innerJoin(people, eq(people.id, rejectedCandidates.personId))
    .innerJoin(users, eq(users.id, rejectedCandidates.rejectedBy))
    .leftJoin(bases, eq(bases.id, people.schoolId))
    .where(eq(rejectedCandidates.incomingChildId, incomingChildId))
    .orderBy(asc(rejectedCandidates.rejectedAt), asc(people.id))
  return rows.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() }))
}
