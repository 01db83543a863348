import { PageBody } from '../PageBody.tsx'
import { Button } from '../design/Button.tsx'
import { InsetText } from '../design/InsetText.tsx'
import { usePortal } from '../use-portal.ts'
import type { PostedList } from './read-list.ts'

/** A list that was given when the session had ended: it is read again before anything is added. */
export function KeptList({ organisationId, content }: PostedList) {
  const { t } = usePortal()
  return (
    <PageBody title={t('portal.list.title')} back="/children/add-several">
      <InsetText>{t('portal.list.kept')}</InsetText>
      <form method="post" action="/children/add-several">
        <input type="hidden" name="organisationId" value={organisationId} />
        <input type="hidden" name="content" value={content} />
        <Button>{t('portal.list.check')}</Button>
      </form>
    </PageBody>
  )
}
