import { PageBody } from '../PageBody.tsx'
import { Button } from '../design/Button.tsx'
import { usePortal } from '../use-portal.ts'
import type { Kept } from './kept.ts'

/** Says that saving did not work, and holds everything that was typed until it does. */
export function NotSaved({ kept }: { kept: Kept }) {
  const { t } = usePortal()
  const fields: Record<string, string> = kept.form.fields
  return (
    <PageBody title={t('portal.notSaved.title')}>
      <p className="govuk-body">{t('portal.notSaved.text')}</p>
      <form method="post" action={kept.returnTo}>
        {Object.entries(fields)
          .filter(([name]) => name !== 'intent')
          .map(([name, value]) => (
            <textarea hidden readOnly key={name} name={name} defaultValue={value} />
          ))}
        <Button name="intent" value={fields['intent'] ?? 'next'}>
          {t('portal.notSaved.again')}
        </Button>
      </form>
    </PageBody>
  )
}
