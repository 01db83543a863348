import { listPageQuestions, type FormDefinition } from '@send/shared/forms/form-definition'
import { eq } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import type { Submission } from './find-own-submission.ts'
import { submissions } from './tables.ts'

/** The page of a question counts as looked at: what was added to it or taken off it was meant for this version. */
export async function markReviewed(
  ctx: WorkContext,
  { id, pagesToReview }: Submission,
  { definition, questionId }: { definition: FormDefinition; questionId: string },
): Promise<void> {
  if (!pagesToReview) return
  const page = definition.pages.find((candidate) =>
    listPageQuestions(candidate).some((question) => question.id === questionId),
  )
  const left = pagesToReview.filter((pageId) => pageId !== page?.id)
  if (left.length < pagesToReview.length)
    await ctx.tx.update(submissions).set({ pagesToReview: left }).where(eq(submissions.id, id))
}
