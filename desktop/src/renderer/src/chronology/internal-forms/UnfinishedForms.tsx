import { Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { Failed } from '../../submissions/work-list/ScreenStates.tsx'
import chronology from '../chronology.module.css'

const t = translator('en')

type UnfinishedFormsProps = { personId: string; onOpen: (internalFormId: string) => void }

/** The forms that are being filled in for a person; nothing where there are none. */
export function UnfinishedForms({ personId, onOpen }: UnfinishedFormsProps) {
  const api = useApi()
  const found = useQuery(api.internalForms.list.queryOptions({ personId }))
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data || found.data.forms.length === 0) return null
  return (
    <section aria-label={t('filling.unfinished')}>
      <Title order={3} size="h6" mt="sm">
        {t('filling.unfinished')}
      </Title>
      <ul className={chronology.entries}>
        {found.data.forms.map((form) => (
          <li key={form.internalFormId}>
            <button
              type="button"
              className={chronology.unfinished}
              onClick={() => onOpen(form.internalFormId)}
            >
              <span className={chronology.kind}>
                <IconPencil aria-hidden size={14} />{' '}
                {t(form.isAmendment ? 'filling.amendment' : 'filling.new')}
              </span>
              <strong>{form.title}</strong>
              <span>{t('filling.changed', { by: form.changedBy, when: momentInWords(form.changedAt) })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
