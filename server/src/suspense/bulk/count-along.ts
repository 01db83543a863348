import { sql } from 'drizzle-orm'
import { decisionDueOn } from '@send/shared/involvements/statutory-deadlines'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { waitingStates } from '@send/shared/suspense/suspense-lifecycle'
import type { ProcedureContext } from '../../context.ts'
import { formVersions } from '../../forms/tables.ts'
import { submissions } from '../../submissions/tables.ts'
import { incomingChildren } from '../tables.ts'

/** What stands behind a child and is decided with it, and who may have to be decided after it. */
export type GoesAlong = {
  /** Forms that hang on it. */
  forms: number
  /** By when the authority must decide the first of its requests, whatever becomes of the child. */
  decisionDueOn: string | null
  /** Other waiting records, not of the selection, that may tell of the same child. */
  waitingToo: number
}

type Row = { id: string; forms: number; requestedOn: string | null; waitingToo: number }

const request = 'ehcNeedsAssessmentRequest' satisfies FormDefinition['purpose']

/** The same of each of some children, in one statement. */
export async function countAlong(
  ctx: ProcedureContext,
  incomingChildIds: readonly string[],
): Promise<Map<string, GoesAlong>> {
  const ids = sql`${sql.param(incomingChildIds)}::uuid[]`
  const rows = await ctx.tx.execute<Row>(sql`
    with own as (
      select id, date_of_birth, lower(family_name) as family_name from ${incomingChildren} where id = any(${ids})
    ), hanging as (
      select form.incoming_child_id as id, count(*)::int as forms,
        min(form.received_on) filter (where version.definition ->> 'purpose' = ${request}) as requested_on
      from ${submissions} form
      join ${formVersions} version on version.form_id = form.form_id and version.number = form.form_version
      where form.incoming_child_id = any(${ids}) group by 1
    ), alike as (
      select own.id, count(*)::int as waiting_too
      from own join ${incomingChildren} other
        on other.date_of_birth = own.date_of_birth and lower(other.family_name) = own.family_name
      where other.state = any(${sql.param(waitingStates)}::text[]) and other.id <> all(${ids}) group by 1
    )
    select own.id, coalesce(forms, 0) as forms, requested_on::text as "requestedOn",
      coalesce(waiting_too, 0) as "waitingToo"
    from own left join hanging using (id) left join alike using (id)`)
  return new Map(
    rows.map(({ id, forms, requestedOn, waitingToo }) => [
      id,
      { forms, decisionDueOn: requestedOn && decisionDueOn(requestedOn), waitingToo },
    ]),
  )
}
