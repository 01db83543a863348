import { Title } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { dateInWords, momentInWords } from '../../submissions/work-list/date-words.ts'
import { Failed } from '../../submissions/work-list/ScreenStates.tsx'
import chronology from '../chronology.module.css'
import classes from './on-behalf.module.css'
import { t } from './origin-words.ts'

/** The forms that colleagues and the officer are entering for others; nothing where there are none. */
export function BeingEntered({ onOpen }: { onOpen: (internalFormId: string) => void }) {
  const api = useApi()
  const found = useQuery(api.onBehalf.list.queryOptions())
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data || found.data.forms.length === 0) return null
  return (
    <section aria-label={t('onBehalf.being')} className={classes.being}>
      <Title order={2} size="h6" px={12}>
        {t('onBehalf.being')}
      </Title>
      <ul className={chronology.entries}>
        {found.data.forms.map((form) => (
          <li key={form.internalFormId}>
            <button type="button" className={classes.draft} onClick={() => onOpen(form.internalFormId)}>
              <span className={chronology.kind}>
                <IconPencil aria-hidden size={14} /> {t(`onBehalf.channel.${form.channel}`)}
              </span>
              <strong>{form.title}</strong>
              <span>
                {t('onBehalf.draftFrom', {
                  name: form.fromName,
                  relationship: form.fromRelationship,
                  received: dateInWords(form.receivedOn),
                })}
              </span>
              <span>{t('filling.changed', { by: form.changedBy, when: momentInWords(form.changedAt) })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
