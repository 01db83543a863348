import type { ScanRefusal } from '@send/shared/submissions/file-lifecycle'
import { translator } from '@send/shared/texts/translator'
import { Id } from '@send/shared/values/ids'
import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '../accounts/tables.ts'
import type { WorkContext } from '../context.ts'
import type { ScanVerdict } from '../files/scanner.ts'
import { findNamedChild } from './find-named-child.ts'
import { submissionFiles, submissions } from './tables.ts'

const Scanning = z.object({ fileId: Id })

/**
 * The job after a file was attached: lets the scanner read it and writes down the verdict, for each file that has these
 * bytes. Without a verdict it throws, and the file waits for the next try. The row is not locked meanwhile, so that its
 * sender may take it out.
 */
export async function scanFile(ctx: WorkContext, data: unknown): Promise<void> {
  const { fileId } = Scanning.parse(data)
  const waiting = and(eq(submissionFiles.id, fileId), eq(submissionFiles.state, 'checking'))
  const [file] = await ctx.tx.select().from(submissionFiles).where(waiting)
  if (!file?.blobId) return
  const { scanner } = ctx.services
  if (!scanner) {
    // It waited for a scanner that is no longer there.
    await ctx.tx.update(submissionFiles).set({ state: 'notScanned', scanAskedAt: null }).where(waiting)
    return
  }
  const { content } = await ctx.files.open(ctx.tx, file.blobId)
  const verdict = await scanner.scan(content)
  const changed = await writeDown(ctx, file.blobId, verdict)
  const details = {
    verdict: verdict.outcome,
    ...(verdict.outcome === 'found' ? { found: verdict.signature } : {}),
  }
  for (const { id: objectId } of changed)
    await ctx.audit({ action: 'files.scan', objectKind: 'file', objectId, details })
  if (verdict.outcome === 'clean' || changed.length === 0) return
  await ctx.files.remove(ctx.tx, file.blobId)
  for (const { submissionId } of changed) if (submissionId) await tellSender(ctx, submissionId)
}

/** The files of these bytes whose state the verdict changed; one that was found in them counts in every state. */
async function writeDown(ctx: WorkContext, blobId: string, verdict: ScanVerdict) {
  const decided =
    verdict.outcome === 'clean'
      ? { state: 'clean' as const }
      : { state: 'refused' as const, refusal: refusalOf(verdict), blobId: null }
  const ofBytes = eq(submissionFiles.blobId, blobId)
  const undecided = inArray(submissionFiles.state, ['checking', 'notScanned'])
  return ctx.tx
    .update(submissionFiles)
    .set({ ...decided, checkedAt: ctx.now(), scanAskedAt: null })
    .where(verdict.outcome === 'clean' ? and(ofBytes, undecided) : ofBytes)
    .returning({ id: submissionFiles.id, submissionId: submissionFiles.submissionId })
}

/** clamd's own words for what it gave up on, where it is told to say so (AlertExceedsMax). */
function refusalOf({ signature }: Extract<ScanVerdict, { outcome: 'found' }>): ScanRefusal {
  return signature.startsWith('Heuristics.Limits.Exceeded') ? 'tooComplex' : 'malware'
}

/** Word that a file was refused, without its name: which one, and why, is seen after signing in. */
async function tellSender(ctx: WorkContext, submissionId: string): Promise<void> {
  const [found] = await ctx.tx
    .select({ user: users, submission: submissions })
    .from(submissions)
    .innerJoin(users, eq(users.id, submissions.ownerUserId))
    .where(eq(submissions.id, submissionId))
  if (!found || found.user.kind === 'staff') return
  const t = translator(found.user.language)
  const link = `${ctx.services.portal.origins[found.user.kind]}/submissions/${submissionId}`
  await ctx.sendMail({
    kind: 'fileRefused',
    face: found.user.kind,
    userId: found.user.id,
    about: { kind: 'submission', id: submissionId },
    findChild: () => findNamedChild(ctx, found.submission),
    to: found.user.email,
    language: found.user.language,
    subject: t('mail.fileRefused.subject'),
    text: found.submission.reference
      ? t('mail.fileRefused.sentBody', { reference: found.submission.reference, link })
      : t('mail.fileRefused.body', { link }),
  })
}
