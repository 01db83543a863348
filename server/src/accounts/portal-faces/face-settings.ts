import { isDeepStrictEqual } from 'node:util'
import type { AuthoritySettings, FaceSettings } from '@send/shared/accounts/portal-faces/face-settings'
import { showFace, type ShownFace } from '@send/shared/accounts/portal-faces/shown-face'
import type { PortalFace } from '@send/shared/accounts/portal-faces/tiles'
import { usualAuthority, usualFaces } from '@send/shared/accounts/portal-faces/usual-face'
import { eq, sql } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import type { Transaction } from '../../database/client.ts'
import { SendError } from '../../errors.ts'
import { authoritySettings, portalFaces } from './tables.ts'

const onlyRow = 1

/** What both faces share, as the authority has settled it; a setting that came with a later version is as it is shipped. */
export async function getAuthority(tx: Transaction): Promise<AuthoritySettings> {
  const [row] = await tx.select({ settings: authoritySettings.settings }).from(authoritySettings)
  return { ...usualAuthority, ...row?.settings }
}

/** What the authority has settled for a face; a setting that came with a later version is as it is shipped. */
export async function getFace(tx: Transaction, face: PortalFace): Promise<FaceSettings> {
  const { settings } = portalFaces
  const [row] = await tx.select({ settings }).from(portalFaces).where(eq(portalFaces.face, face))
  return { ...usualFaces[face], ...row?.settings }
}

/** What a face shows to everybody. */
export async function getShownFace(tx: Transaction, face: PortalFace): Promise<ShownFace> {
  return showFace(await getAuthority(tx), await getFace(tx, face))
}

/** Says whose service the portals are, unless somebody changed it meanwhile. */
export async function setAuthority(
  ctx: ProcedureContext<Actor>,
  { before, after }: { before: AuthoritySettings; after: AuthoritySettings },
): Promise<{ outcome: 'set' }> {
  await waitForOthers(ctx)
  if (!isDeepStrictEqual(await getAuthority(ctx.tx), before)) throw new SendError('conflict')
  const change = { settings: after, changedBy: ctx.actor.userId, changedAt: ctx.now() }
  await ctx.tx
    .insert(authoritySettings)
    .values({ id: onlyRow, ...change })
    .onConflictDoUpdate({ target: authoritySettings.id, set: change })
  await ctx.audit({
    action: 'portals.setAuthority',
    objectKind: 'portals',
    objectId: 'all',
    details: { before, after },
  })
  return { outcome: 'set' }
}

/** Settles what a face says and offers, unless somebody changed it meanwhile; it counts on the server at once. */
export async function setFace(
  ctx: ProcedureContext<Actor>,
  { face, before, after }: { face: PortalFace; before: FaceSettings; after: FaceSettings },
): Promise<{ outcome: 'set' }> {
  await waitForOthers(ctx)
  if (!isDeepStrictEqual(await getFace(ctx.tx, face), before)) throw new SendError('conflict')
  const change = { settings: after, changedBy: ctx.actor.userId, changedAt: ctx.now() }
  await ctx.tx
    .insert(portalFaces)
    .values({ face, ...change })
    .onConflictDoUpdate({ target: portalFaces.face, set: change })
  await ctx.audit({
    action: 'portals.setFace',
    objectKind: 'portals',
    objectId: face,
    details: { before: changedParts(before, after), after: changedParts(after, before) },
  })
  return { outcome: 'set' }
}

/** Whoever comes second waits here, and then sees what was set first. */
async function waitForOthers({ tx }: ProcedureContext): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('send.portal-faces'))`)
}

/** Of the settings the parts that differ from others. */
function changedParts(settings: FaceSettings, from: FaceSettings): Partial<FaceSettings> {
  const parts = Object.entries(settings) as [keyof FaceSettings, unknown][]
  return Object.fromEntries(parts.filter(([part, value]) => !isDeepStrictEqual(value, from[part])))
}
