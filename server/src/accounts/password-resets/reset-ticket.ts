import type { ProcedureContext, UserKind } from '../../context.ts'

const purpose = 'after-reset'
const lifeMs = 15 * 60_000

type Owner = { kind: UserKind; email: string }

/** Proof for the next sign-in that its tries are not a stranger's; it lets nobody in. */
export function createResetTicket(ctx: ProcedureContext, { kind, email }: Owner): string {
  const until = ctx.now().getTime() + lifeMs
  return ctx.services.secrets.seal(Buffer.from(JSON.stringify({ kind, email, until })), purpose)
}

/** Whether a ticket was made for this account and still counts. */
export function isAfterReset(ctx: ProcedureContext, ticket: string, { kind, email }: Owner): boolean {
  try {
    const owner: unknown = JSON.parse(ctx.services.secrets.open(ticket, purpose).toString('utf8'))
    if (typeof owner !== 'object' || owner === null) return false
    const fits = 'kind' in owner && owner.kind === kind && 'email' in owner && owner.email === email
    return fits && 'until' in owner && Number(owner.until) > ctx.now().getTime()
  } catch {
    return false
  }
}
