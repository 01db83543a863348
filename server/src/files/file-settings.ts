import { sql } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import type { Transaction } from '../database/client.ts'
import { SendError } from '../errors.ts'
import { fileSettings } from './tables.ts'

/** What the authority has settled about files. */
export type FileSettings = {
  /** Whether staff may open files that nothing scanned. */
  staffOpenUnscanned: boolean
}

/** Until the authority says otherwise: what was not scanned stays closed to staff. */
const usualSettings: FileSettings = { staffOpenUnscanned: false }
const onlyRow = 1

/** The settings of the authority, or the usual ones where it has settled nothing. */
export async function getFileSettings(tx: Transaction): Promise<FileSettings> {
  const { staffOpenUnscanned } = fileSettings
  const [row] = await tx.select({ staffOpenUnscanned }).from(fileSettings)
  return row ?? usualSettings
}

/** The settings, and whether there is a scanner at all. */
export async function readFileSettings(
  ctx: ProcedureContext<Actor>,
): Promise<FileSettings & { hasScanner: boolean }> {
  return { ...(await getFileSettings(ctx.tx)), hasScanner: ctx.services.scanner !== null }
}

/** Settles what counts from the next file that is opened, unless somebody changed it meanwhile. */
export async function setFileSettings(
  ctx: ProcedureContext<Actor>,
  { before, after }: { before: FileSettings; after: FileSettings },
): Promise<{ outcome: 'set' }> {
  // Whoever comes second waits here, and then sees what was set first.
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext('send.file-settings'))`)
  const present = await getFileSettings(ctx.tx)
  if (present.staffOpenUnscanned !== before.staffOpenUnscanned) throw new SendError('conflict')
  const change = { ...after, changedBy: ctx.actor.userId, changedAt: ctx.now() }
  await ctx.tx
    .insert(fileSettings)
    .values({ id: onlyRow, ...change })
    .onConflictDoUpdate({ target: fileSettings.id, set: change })
  await ctx.audit({
    action: 'files.setSettings',
    objectKind: 'fileSettings',
    objectId: 'all',
    details: { ...after },
  })
  return { outcome: 'set' }
}
