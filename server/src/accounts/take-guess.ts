import type { ProcedureContext } from '../context.ts'
import { forgetTries, returnTry, takeTry, triesAllowed, type Try } from './throttle.ts'

/** One guess against an account from an address; both are counted, always in this order so that nobody deadlocks. */
export async function takeGuess(ctx: ProcedureContext, account: string): Promise<Try> {
  const byAccount = await takeTry(ctx.tx, ctx.clock, account, triesAllowed.account)
  if (!byAccount.allowed) return byAccount
  const byAddress = await takeTry(ctx.tx, ctx.clock, addressKey(ctx), triesAllowed.address)
  return byAddress.allowed ? byAccount : byAddress
}

/** After a right answer the account starts afresh and the address gets its try back. */
export async function settleGuess(ctx: ProcedureContext, account: string): Promise<void> {
  await Promise.all([forgetTries(ctx.tx, account), returnTry(ctx.tx, addressKey(ctx))])
}

function addressKey(ctx: ProcedureContext): string {
  return `address:${ctx.address}`
}
