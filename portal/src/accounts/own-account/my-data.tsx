import type { Route } from './+types/my-data'
import { PageBody } from '../../PageBody.tsx'
import { Button } from '../../design/Button.tsx'
import { usePortal } from '../../use-portal.ts'
import { getOwnAccountAfterPassword } from './own-account.ts'

export async function loader(args: Route.LoaderArgs) {
  await getOwnAccountAfterPassword(args)
  return null
}

/** What a download holds, and its two forms. Posted, so that no link and no preview makes one. */
export default function MyData() {
  const { t } = usePortal()
  return (
    <PageBody title={t('portal.data.title')} back="/account">
      <p className="govuk-body">{t('portal.data.text')}</p>
      <p className="govuk-body">{t('portal.data.other')}</p>
      <form method="post" action="/account/data/read">
        <Button>{t('portal.data.read')}</Button>
      </form>
      <form method="post" action="/account/data/file">
        <Button kind="secondary">{t('portal.data.file')}</Button>
      </form>
    </PageBody>
  )
}
