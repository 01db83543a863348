import type { PageWindow } from '@send/shared/forms/answer-digest'
import type { Answers } from '@send/shared/forms/answers'
import type { ServerApi, ServerOutputs } from '../api.ts'
import type { FormPlace } from './form-place.ts'
import type { Confirming } from './offers/confirm-intent.ts'

type PageToSave = {
  pageId: string
  answers: Answers
  window: PageWindow | undefined
  typing?: boolean
  confirmed?: Confirming | undefined
}

/** `refused`: questions whose offered answer can no longer be used. */
type Saved = ServerOutputs['sharedForms']['savePage'] & { refused: string[] }

/** Saves a page as its owner, or as a helper of theirs. */
export async function saveAt(
  { sharedForms, submissions }: ServerApi,
  { submissionId, isHelper }: FormPlace,
  { typing = false, confirmed, ...page }: PageToSave,
): Promise<Saved> {
  if (isHelper) return { ...(await sharedForms.savePage.mutate({ submissionId, ...page })), refused: [] }
  return submissions.savePage.mutate({ submissionId, ...page, typing, ...(confirmed ? { confirmed } : {}) })
}
