import { mostCommentLength } from '@send/shared/submissions/form-helpers'
import type { TextKey } from '@send/shared/texts/translator'
import { isStorableText } from '@send/shared/values/storable-text'
import type { ServerApi } from '../../api.ts'
import type { FormPlace } from '../form-place.ts'

/** The posted fields of a comment, beside those of its page. */
export const commentFields = { words: 'words', key: 'commentKey' } as const

export type CommentEdit =
  | { kind: 'add'; words: string; idempotencyKey: string }
  | { kind: 'resolve'; commentId: string; resolved: boolean }

/** What a button means that does something with a comment. */
export function commentIntent(commentId: string, resolved: boolean): string {
  return `${resolved ? 'resolve' : 'reopen'} ${commentId}`
}

/** What was asked to be done with the comments of a posted page, if anything. */
export function findCommentEdit(fields: Record<string, string>): CommentEdit | undefined {
  const [what, commentId = ''] = (fields['intent'] ?? '').split(' ')
  if (what === 'resolve' || what === 'reopen')
    return { kind: 'resolve', commentId, resolved: what === 'resolve' }
  if (what !== 'comment') return undefined
  const words = (fields[commentFields.words] ?? '').trim()
  return { kind: 'add', words, idempotencyKey: fields[commentFields.key] ?? '' }
}

/** Does it; the key of a sentence comes back where it cannot be done. */
export async function doCommentEdit(
  { sharedForms }: ServerApi,
  { place: { submissionId }, pageId }: { place: FormPlace; pageId: string },
  edit: CommentEdit,
): Promise<TextKey | undefined> {
  if (edit.kind === 'resolve') {
    const { commentId, resolved } = edit
    await sharedForms.resolveComment.mutate({ submissionId, commentId, resolved })
    return undefined
  }
  const { words, idempotencyKey } = edit
  if (words === '' || words.length > mostCommentLength || !isStorableText(words))
    return 'portal.sharing.commentNeeded'
  const { outcome } = await sharedForms.comment.mutate({ idempotencyKey, submissionId, pageId, words })
  return outcome === 'enough' ? 'portal.sharing.commentsFull' : undefined
}
