import { Button } from '@mantine/core'
import { canOnForm } from '@send/shared/forms/form-lifecycle'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { ConfirmDialog } from '../../submissions/work-list/ConfirmDialog.tsx'
import { Empty } from '../../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { WorkTable, type Column } from '../../submissions/work-list/WorkTable.tsx'
import classes from '../form-builder.module.css'
import { LiveDatesDialog } from './LiveDatesDialog.tsx'
import { latestVersionOf, liveInWords, publishedRowId, type ListedForm } from './listed-forms.ts'
import { useSetLive } from './useSetLive.ts'

const t = translator('en')

type PublishedListProps = {
  forms: readonly ListedForm[]
  current: string | undefined
  onEdit: (form: ListedForm) => void
  onOpenVersions: (form: ListedForm) => void
}

/** The forms of the portals: their latest version, and whether people may start them. */
export function PublishedList({ forms, current, onEdit, onOpenVersions }: PublishedListProps) {
  const { setLive, busy } = useSetLive()
  const [closing, setClosing] = useState<ListedForm | undefined>(undefined)
  const [dating, setDating] = useState<ListedForm | undefined>(undefined)
  const columns: Column<ListedForm>[] = [
    { heading: t('forms.column.code'), cell: ({ code }) => code },
    { heading: t('forms.column.audience'), cell: ({ audience }) => t(`forms.audience.${audience}`) },
    { heading: t('forms.column.version'), cell: (form) => latestVersionOf(form) },
    { heading: t('forms.column.status'), cell: (form) => <StatusMark {...liveInWords(form)} /> },
    {
      heading: t('forms.column.actions'),
      cell: (form) => {
        const opens = canOnForm(form.live ? 'live' : 'notLive', 'makeLive')
        const { title } = form
        const action = {
          className: classes.rowAction,
          size: 'compact-xs',
          variant: 'default',
          mr: 6,
        } as const
        return (
          <>
            <Button
              {...action}
              disabled={busy}
              aria-label={t(opens ? 'forms.makeLiveNamed' : 'forms.makeNotLiveNamed', { title })}
              onClick={() => (opens ? setLive(form, true) : setClosing(form))}
            >
              {t(opens ? 'forms.makeLive' : 'forms.makeNotLive')}
            </Button>
            <Button {...action} aria-label={t('forms.datesNamed', { title })} onClick={() => setDating(form)}>
              {t('forms.dates')}
            </Button>
            <Button
              {...action}
              aria-label={t('versions.openNamed', { title })}
              onClick={() => onOpenVersions(form)}
            >
              {t('versions.open')}
            </Button>
          </>
        )
      },
    },
  ]
  if (forms.length === 0)
    return <Empty title={t('forms.publishedEmpty')} hint={t('forms.publishedEmptyHint')} />
  return (
    <>
      <WorkTable
        caption={t('forms.published')}
        rows={forms}
        idOf={publishedRowId}
        nameOf={({ title }) => title}
        nameHeading={t('forms.column.title')}
        current={current}
        onOpen={(id) => {
          const form = forms.find((one) => publishedRowId(one) === id)
          if (form) onEdit(form)
        }}
        columns={columns}
      />
      {dating && <LiveDatesDialog form={dating} onClose={() => setDating(undefined)} />}
      {closing && (
        <ConfirmDialog
          opened
          title={t('forms.notLiveTitle')}
          sentence={t('forms.notLiveSentence', { title: closing.title })}
          confirm={t('forms.makeNotLive')}
          busy={busy}
          onConfirm={() => {
            setLive(closing, false)
            setClosing(undefined)
          }}
          onCancel={() => setClosing(undefined)}
        />
      )}
    </>
  )
}
