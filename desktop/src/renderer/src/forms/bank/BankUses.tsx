import { Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import classes from './bank.module.css'

const t = translator('en')

type Use = RouterOutputs['forms']['getBankQuestion']['uses'][number]

/** The forms that use a question, published ones and drafts on the server, each with its revision. */
export function BankUses({ uses }: { uses: readonly Use[] }) {
  return (
    <section aria-labelledby="bank-uses">
      <h3 className={classes.heading} id="bank-uses">
        {t('bank.uses')}
      </h3>
      {uses.length === 0 && <Text size="sm">{t('bank.usesNone')}</Text>}
      <ul className={classes.rows}>
        {uses.map(({ formId, code, title, where, version, revision }) => (
          <li key={`${formId} ${where}`}>
            <div className={classes.row}>
              <strong>{code}</strong>
              <span>{title}</span>
              <span>
                {t(`bank.use.${where}`, { version: version ?? '' })}
                {', '}
                {t('bank.use.revision', { number: revision })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
