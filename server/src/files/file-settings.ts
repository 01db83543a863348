import { isDeepStrictEqual } from 'node:util'
import { usualFileSettings, type FileSettings } from '@send/shared/submissions/file-settings'
import { translator } from '@send/shared/texts/translator'
import { sql } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import type { Transaction } from '../database/client.ts'
import { SendError } from '../errors.ts'
import { fileSettings } from './tables.ts'

const t = translator('en')
const onlyRow = 1

/** The settings of the authority, or the usual ones where it has settled nothing. */
export async function getFileSettings(tx: Transaction): Promise<FileSettings> {
  const { staffOpenUnscanned, fileMegabytes, formMegabytes } = fileSettings
  const [row] = await tx.select({ staffOpenUnscanned, fileMegabytes, formMegabytes }).from(fileSettings)
  return row ?? usualFileSettings
}

/** The settings, and whether there is a scanner at all. */
export async function readFileSettings(
  ctx: ProcedureContext<Actor>,
): Promise<FileSettings & { hasScanner: boolean }> {
  return { ...(await getFileSettings(ctx.tx)), hasScanner: ctx.services.scanner !== null }
}

/** Settles what counts from the next file that is sent or opened, unless somebody changed it meanwhile. */
export async function setFileSettings(
  ctx: ProcedureContext<Actor>,
  { before, after }: { before: FileSettings; after: FileSettings },
): Promise<{ outcome: 'set' }> {
  // Whoever comes second waits here, and then sees what was set first.
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext('send.file-settings'))`)
  const present = await getFileSettings(ctx.tx)
  if (!isDeepStrictEqual(present, before)) throw new SendError('conflict')
  if (after.formMegabytes < after.fileMegabytes)
    throw new SendError('bad-input', t('fileSettings.formTooSmall'))
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
