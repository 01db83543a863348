import type { PageWindow } from '@send/shared/forms/answer-digest'
import type { Answers } from '@send/shared/forms/answers'
import type { ServerApi, ServerOutputs } from '../api.ts'
import type { FormPlace } from './form-place.ts'

type PageToSave = { pageId: string; answers: Answers; window: PageWindow | undefined; typing?: boolean }

/** Saves a page as its owner, or as a helper of theirs. */
export async function saveAt(
  { sharedForms, submissions }: ServerApi,
  { submissionId, isHelper }: FormPlace,
  { typing = false, ...page }: PageToSave,
): Promise<ServerOutputs['sharedForms']['savePage']> {
  return isHelper
    ? sharedForms.savePage.mutate({ submissionId, ...page })
    : submissions.savePage.mutate({ submissionId, ...page, typing })
}
