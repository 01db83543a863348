import { Button } from '../../design/Button.tsx'
import { Textarea } from '../../design/Textarea.tsx'
import { useOfRequest } from '../../of-request.tsx'
import { usePortal } from '../../use-portal.ts'
import { whenOf } from '../times.ts'
import { commentFields, commentIntent } from './comment-edit.ts'
import { pageActivity } from './page-activity.ts'
import type { PageActivity } from './page-activity.ts'

/** A comment that is being written: its key, and what was wrong with it as it was sent. */
export type CommentTyped = { key: string; words?: string; problem?: string }

type CommentsProps = { comment: CommentTyped; mayComment: boolean }

/** What was said about a page, and a box to say more. It is part of the form of the page, so that a comment loses no answer. */
export function Comments({ comment, mayComment }: CommentsProps) {
  const { t } = usePortal()
  const { comments } = useOfRequest(pageActivity)
  return (
    <section
      id="comments"
      className="govuk-!-margin-top-8"
      aria-labelledby="comments-heading"
      data-sent-apart
    >
      <h2 className="govuk-heading-m" id="comments-heading">
        {t('portal.sharing.comments')}
      </h2>
      <p className="govuk-hint">{t('portal.sharing.commentsHint')}</p>
      {comments.length === 0 ? <p className="govuk-body">{t('portal.sharing.noComments')}</p> : null}
      <ul className="govuk-list">
        {comments.map((said) => (
          <OneComment key={said.commentId} said={said} mayComment={mayComment} />
        ))}
      </ul>
      {mayComment ? (
        <>
          <Textarea
            id="comment"
            name={commentFields.words}
            label={t('portal.sharing.addComment')}
            errorPrefix={t('portal.error.prefix')}
            error={comment.problem}
            value={comment.words}
            rows={3}
          />
          <input type="hidden" name={commentFields.key} defaultValue={comment.key} />
          <Button kind="secondary" name="intent" value="comment">
            {t('portal.sharing.addCommentButton')}
          </Button>
        </>
      ) : null}
    </section>
  )
}

type OneCommentProps = { said: PageActivity['comments'][number]; mayComment: boolean }

function OneComment({ said, mayComment }: OneCommentProps) {
  const { t, language } = usePortal()
  const { commentId, name, words, writtenAt, isResolved } = said
  const by = { name, when: whenOf(writtenAt, language, t) }
  const act = t(isResolved ? 'portal.sharing.reopen' : 'portal.sharing.resolve')
  return (
    <li className="send-comment">
      <p className="govuk-body-s govuk-!-margin-bottom-1">
        <strong>{t('portal.sharing.commentBy', by)}</strong>
      </p>
      <p className="govuk-body send-lines govuk-!-margin-bottom-1">{words}</p>
      {isResolved ? (
        <p className="govuk-body-s govuk-!-margin-bottom-1">
          <strong className="govuk-tag govuk-tag--grey">{t('portal.sharing.resolved')}</strong>
        </p>
      ) : null}
      {mayComment ? (
        <button
          className="send-link-button govuk-body-s"
          name="intent"
          value={commentIntent(commentId, !isResolved)}
          aria-label={t('portal.sharing.commentOf', { act, ...by })}
        >
          {act}
        </button>
      ) : null}
    </li>
  )
}
