import { and, asc, eq } from 'drizzle-orm'
import { adviceState, isOpenAdvice, type AdviceState } from '@send/shared/involvements/advice-request'
import type { Text } from '@send/shared/texts/language'
import { organisations } from '../../accounts/organisations/tables.ts'
import { isLeading, isWorkingFor, listWorkers } from '../../accounts/organisations/working-for.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { formVersions, forms } from '../../forms/tables.ts'
import { people } from '../../people/tables.ts'
import { adviceRequests } from './tables.ts'
import { isVisibleAdvice, sentAt } from './visible-advice.ts'

export type MyAdvice = {
  adviceRequestId: string
  personId: string
  givenNames: string
  familyName: string
  dateOfBirth: string | null
  organisationId: string
  organisation: string
  formTitle: Text
  askedAt: string
  askedOn: string
  dueOn: string
  state: AdviceState
  /** When it was answered, or null. */
  answeredAt: string | null
  /** Who works on it; null while nobody has taken it. */
  heldBy: { userId: string; name: string; isMe: boolean } | null
  /** The form that was begun, to whoever works on it. */
  submissionId: string | null
}

export type MyAdviceDetails = MyAdvice & {
  note: string | null
  /** What was looked through before they said that they do not know the child. */
  whatChecked: string | null
  /** Whether the asker may hand it to a colleague, or take it back. */
  mayHandOver: boolean
  mayTakeBack: boolean
  /** To whom it can be handed. */
  colleagues: { userId: string; name: string; jobTitle: string | null }[]
}

/** The requests for advice that the asker may see, the first due first; audited with every child shown. */
export async function listMyAdvice(ctx: ProcedureContext<Actor>): Promise<{ requests: MyAdvice[] }> {
  const requests = await readVisibleAdvice(ctx)
  const action = 'advice.listMine'
  const shown = new Set(requests.map(({ personId }) => personId))
  for (const personId of shown)
    await ctx.audit({ action, objectKind: 'person', objectId: personId, personId })
  if (shown.size === 0)
    await ctx.audit({ action, objectKind: 'user', objectId: ctx.actor.userId, details: { found: 0 } })
  return { requests }
}

/** The same for another list, which audits what it shows. */
export async function readVisibleAdvice(ctx: ProcedureContext<Actor>): Promise<MyAdvice[]> {
  return (await readVisible(ctx)).map((row) => describe(ctx, row))
}

/** One of these requests, with what can be done about it. */
export async function getMyAdvice(
  ctx: ProcedureContext<Actor>,
  adviceRequestId: string,
): Promise<MyAdviceDetails> {
  const [row] = await readVisible(ctx, adviceRequestId)
  if (!row) throw notFound()
  const { personId, organisationId, note, whatChecked, handedBy, heldBy } = row.request
  await ctx.audit({ action: 'advice.get', objectKind: 'adviceRequest', objectId: adviceRequestId, personId })
  const { userId } = ctx.actor
  const workers = await listWorkers(ctx, organisationId)
  const described = describe(ctx, row)
  const isOpen = isOpenAdvice(described.state)
  const holds = described.heldBy === null || heldBy === userId
  return {
    ...described,
    note,
    whatChecked,
    mayHandOver: isOpen && (holds || row.leads),
    mayTakeBack: isOpen && !holds && (handedBy === userId || row.leads),
    colleagues: workers
      .filter((worker) => worker.userId !== userId && worker.userId !== described.heldBy?.userId)
      .map(({ userId: id, name, jobTitle }) => ({ userId: id, name, jobTitle })),
  }
}

type Row = Awaited<ReturnType<typeof readVisible>>[number]

/** The rows of all requests that the asker may see, or of one of them; whoever shows them audits it. */
export async function readVisible(ctx: ProcedureContext<Actor>, adviceRequestId?: string) {
  const isMeant = adviceRequestId === undefined ? undefined : eq(adviceRequests.id, adviceRequestId)
  const { organisationId, heldBy } = adviceRequests
  return ctx.tx
    .select({
      request: adviceRequests,
      sentAt,
      person: people,
      organisation: organisations.name,
      definition: formVersions.definition,
      holder: users.name,
      leads: isLeading(organisationId, ctx.actor.userId),
      /** Somebody who has left since works on nothing any more. */
      holderWorks: isWorkingFor(organisationId, heldBy, ctx.now()),
    })
    .from(adviceRequests)
    .innerJoin(people, eq(people.id, adviceRequests.personId))
    .innerJoin(organisations, eq(organisations.id, organisationId))
    .innerJoin(forms, eq(forms.id, adviceRequests.formId))
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, forms.id), eq(formVersions.number, forms.latestVersion)),
    )
    .leftJoin(users, eq(users.id, heldBy))
    .where(and(isMeant, isVisibleAdvice(ctx)))
    .orderBy(asc(adviceRequests.dueOn), asc(adviceRequests.id))
}

function describe(ctx: ProcedureContext<Actor>, row: Row): MyAdvice {
  const { request, person, definition } = row
  const { id, notKnownAt, heldBy, submissionId, askedOn, dueOn, organisationId } = request
  const isMe = heldBy === ctx.actor.userId
  return {
    adviceRequestId: id,
    personId: person.id,
    givenNames: person.givenNames,
    familyName: person.familyName,
    dateOfBirth: person.dateOfBirth,
    organisationId,
    organisation: row.organisation,
    formTitle: definition.title,
    askedAt: request.askedAt.toISOString(),
    askedOn,
    dueOn,
    state: adviceState({ ...request, sentAt: row.sentAt }),
    answeredAt: (notKnownAt ?? row.sentAt)?.toISOString() ?? null,
    heldBy: heldBy !== null && row.holderWorks ? { userId: heldBy, name: row.holder ?? '', isMe } : null,
    submissionId: isMe ? submissionId : null,
  }
}
