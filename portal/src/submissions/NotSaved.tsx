import { PageBody } from '../PageBody.tsx'
import { Button } from '../design/Button.tsx'
import { usePortal } from '../use-portal.ts'
import type { Kept } from './kept.ts'

/** Says that saving did not work, and holds everything that was typed until it does. */
export function NotSaved({ kept }: { kept: Kept }) {
  const { t } = usePortal()
  return (
    <PageBody title={t('portal.notSaved.title')}>
      <p className="govuk-body">{t('portal.notSaved.text')}</p>
      <form method="post" action={kept.returnTo}>
        {Object.entries(kept.form.fields).map(([name, value]) => (
          <textarea hidden readOnly key={name} name={name} defaultValue={value} />
        ))}
        <Button>{t('portal.notSaved.again')}</Button>
      </form>
    </PageBody>
  )
}
