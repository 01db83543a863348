import { asc, eq } from 'drizzle-orm'
import { findPage } from '@send/shared/forms/form-definition'
import { inLanguage, type Language } from '@send/shared/texts/language'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import { listOwnSubmissions } from '../list-own-submissions.ts'
import { getParticipant } from './participant.ts'
import { listSharedForms } from './list-shared-forms.ts'
import { formComments } from './tables.ts'

/** What was said about a page of a form in progress, to take along; `by` is null of the asker. */
export type ExportedComment = {
  form: string
  page: string
  by: string | null
  words: string
  writtenAt: string
}

/** The comments on the asker's forms in progress, and on the pages of others' that are open to them at this moment. */
export async function exportComments(
  ctx: ProcedureContext<Actor>,
  language: Language,
): Promise<ExportedComment[]> {
  const { submissions } = await listOwnSubmissions(ctx)
  const { forms } = await listSharedForms(ctx)
  const inProgress = submissions.filter(({ status }) => status === 'inProgress')
  const exported: ExportedComment[] = []
  for (const { submissionId } of [...inProgress, ...forms])
    exported.push(...(await readComments(ctx, submissionId, language)))
  return exported
}

async function readComments(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
  language: Language,
): Promise<ExportedComment[]> {
  const { submission } = await getParticipant(ctx, submissionId)
  const definition = await getFormVersion(ctx, submission.formId, submission.formVersion)
  // Row-level security leaves a helper the comments on their own pages.
  const rows = await ctx.tx
    .select({ comment: formComments, name: users.name })
    .from(formComments)
    .innerJoin(users, eq(users.id, formComments.authorUserId))
    .where(eq(formComments.submissionId, submissionId))
    .orderBy(asc(formComments.writtenAt), asc(formComments.id))
  return rows.map(({ comment: { pageId, authorUserId, words, writtenAt }, name }) => ({
    form: inLanguage(definition.title, language),
    page: inLanguage(findPage(definition, pageId)?.title ?? { en: '' }, language),
    by: authorUserId === ctx.actor.userId ? null : name,
    words,
    writtenAt: writtenAt.toISOString(),
  }))
}
