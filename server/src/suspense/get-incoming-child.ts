import { eq } from 'drizzle-orm'
import type { SuspenseState } from '@send/shared/suspense/suspense-lifecycle'
import { users } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { findCandidates, identityOf, type Candidate } from './find-candidates.ts'
import { listHanging } from './list-suspense.ts'
import { incomingChildren } from './tables.ts'

export type IncomingChildDetails = {
  incomingChildId: string
  child: {
    givenNames: string | null
    familyName: string | null
    dateOfBirth: string | null
    sex: 'female' | 'male' | null
    upn: string | null
    postcode: string | null
  }
  source: 'parent' | 'youngPerson' | 'professional'
  state: SuspenseState
  version: number
  settled: { by: string; at: string; personId: string } | null
  submissions: { submissionId: string; reference: string | null }[]
  candidates: Candidate[]
}

/** One incoming child with the people it may be, each compared field by field. */
export async function getIncomingChild(
  ctx: ProcedureContext<Actor>,
  incomingChildId: string,
): Promise<IncomingChildDetails> {
  const [found] = await ctx.tx
    .select({ row: incomingChildren, officer: users.name })
    .from(incomingChildren)
    .leftJoin(users, eq(users.id, incomingChildren.settledBy))
    .where(eq(incomingChildren.id, incomingChildId))
  if (!found) throw notFound()
  const { row, officer } = found
  const { givenNames, familyName, dateOfBirth, sex, upn, postcode, personId } = row
  const candidates = await findCandidates(ctx, identityOf(row))
  const details = { people: candidates.map(({ person }) => person.personId) }
  await ctx.audit({
    action: 'suspense.get',
    objectKind: 'incomingChild',
    objectId: incomingChildId,
    personId,
    details,
  })
  return {
    incomingChildId,
    child: { givenNames, familyName, dateOfBirth, sex, upn, postcode },
    source: row.source,
    state: row.state,
    version: row.rowVersion,
    settled: personId
      ? { by: officer ?? '', at: (row.settledAt ?? row.waitingSince).toISOString(), personId }
      : null,
    submissions: await listHanging(ctx, incomingChildId),
    candidates,
  }
}
