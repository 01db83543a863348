import { and, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { adviceState, isOpenAdvice, type AdviceState } from '@send/shared/involvements/advice-request'
import { organisations } from '../../accounts/organisations/tables.ts'
import { isWorkingFor } from '../../accounts/organisations/working-for.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { formVersions, forms } from '../../forms/tables.ts'
import { listNotReached, type NotReached } from './list-not-reached.ts'
import { findPerson } from '../../people/find-person.ts'
import { submissions } from '../../submissions/tables.ts'
import { adviceRequests } from './tables.ts'
import { sentAt } from './visible-advice.ts'

export type AdviceOfPerson = {
  adviceRequestId: string
  state: AdviceState
  organisation: string
  /** The organisation has closed: nobody reads the request any more. */
  organisationClosed: boolean
  named: string | null
  heldBy: string | null
  formTitle: string
  askedBy: string
  askedOn: string
  dueOn: string
  note: string | null
  answer:
    | { kind: 'form'; sentAt: string; reference: string }
    | { kind: 'notKnown'; at: string; by: string; whatChecked: string }
    | null
  withdrawn: { at: string; by: string; reason: string } | null
  /** Whom the e-mails about the open request did not reach, as long as nobody dealt with it. */
  notReached: NotReached[]
}

/** The requests for advice about a person, the last first. */
export async function listAdviceOfPerson(
  ctx: ProcedureContext<Actor>,
  personId: string,
): Promise<{ requests: AdviceOfPerson[] }> {
  if (!(await findPerson(ctx, personId))) throw notFound()
  const [asker, named, holder, answerer, withdrawer] = [
    alias(users, 'asker'),
    alias(users, 'named'),
    alias(users, 'holder'),
    alias(users, 'answerer'),
    alias(users, 'withdrawer'),
  ]
  const rows = await ctx.tx
    .select({
      request: adviceRequests,
      sentAt,
      organisation: organisations,
      definition: formVersions.definition,
      reference: submissions.reference,
      asker: asker.name,
      named: named.name,
      holder: holder.name,
      holderWorks: isWorkingFor(adviceRequests.organisationId, adviceRequests.heldBy, ctx.now()),
      answerer: answerer.name,
      withdrawer: withdrawer.name,
    })
    .from(adviceRequests)
    .innerJoin(organisations, eq(organisations.id, adviceRequests.organisationId))
    .innerJoin(forms, eq(forms.id, adviceRequests.formId))
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, forms.id), eq(formVersions.number, forms.latestVersion)),
    )
    .innerJoin(asker, eq(asker.id, adviceRequests.askedBy))
    .leftJoin(named, eq(named.id, adviceRequests.namedUserId))
    .leftJoin(holder, eq(holder.id, adviceRequests.heldBy))
    .leftJoin(answerer, eq(answerer.id, adviceRequests.notKnownBy))
    .leftJoin(withdrawer, eq(withdrawer.id, adviceRequests.withdrawnBy))
    .leftJoin(submissions, eq(submissions.id, adviceRequests.submissionId))
    .where(eq(adviceRequests.personId, personId))
    .orderBy(desc(adviceRequests.askedAt), desc(adviceRequests.id))
  await ctx.audit({ action: 'advice.listOfPerson', objectKind: 'person', objectId: personId, personId })
  const notReached = await listNotReached(
    ctx,
    rows.map(({ request }) => request.id),
  )
  return { requests: rows.map((row) => describe(row, notReached.get(row.request.id) ?? [])) }
}

type Row = {
  request: typeof adviceRequests.$inferSelect
  sentAt: Date | null
  organisation: typeof organisations.$inferSelect
  definition: FormDefinition
  reference: string | null
  asker: string
  named: string | null
  holder: string | null
  /** Somebody who has left since works on nothing any more. */
  holderWorks: boolean
  answerer: string | null
  withdrawer: string | null
}

function describe(row: Row, notReached: NotReached[]): AdviceOfPerson {
  const { id, askedOn, dueOn, note, notKnownAt, whatChecked, withdrawnAt, withdrawReason } = row.request
  const state = adviceState({ ...row.request, sentAt: row.sentAt })
  return {
    adviceRequestId: id,
    state,
    organisation: row.organisation.name,
    organisationClosed: row.organisation.closedAt !== null,
    named: row.named,
    heldBy: row.holderWorks ? row.holder : null,
    formTitle: row.definition.title.en,
    askedBy: row.asker,
    askedOn,
    dueOn,
    note,
    answer: notKnownAt
      ? {
          kind: 'notKnown',
          at: notKnownAt.toISOString(),
          by: row.answerer ?? '',
          whatChecked: whatChecked ?? '',
        }
      : row.sentAt && { kind: 'form', sentAt: row.sentAt.toISOString(), reference: row.reference ?? '' },
    withdrawn: withdrawnAt && {
      at: withdrawnAt.toISOString(),
      by: row.withdrawer ?? '',
      reason: withdrawReason ?? '',
    },
    notReached: isOpenAdvice(state) ? notReached : [],
  }
}
