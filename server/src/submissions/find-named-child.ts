import { findChildAnswer } from '@send/shared/forms/answers'
import type { Named } from '@send/shared/people/initials'
import { findIncomingIdentity } from '@send/shared/suspense/incoming-identity'
import type { WorkContext } from '../context.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import type { Submission } from './find-own-submission.ts'
import { readAnswers } from './read-answers.ts'

/** The child whom a form names so far; undefined where it asks for none, or nobody has answered. */
export async function findNamedChild(
  ctx: WorkContext,
  { id, formId, formVersion }: Pick<Submission, 'id' | 'formId' | 'formVersion'>,
): Promise<Named | undefined> {
  const definition = await getFormVersion(ctx, formId, formVersion)
  const answers = await readAnswers(ctx, id, definition, [])
  return findIncomingIdentity(findChildAnswer(definition, answers))
}
