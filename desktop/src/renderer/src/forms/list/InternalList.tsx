import { Button } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { WorkTable, type Column } from '../../submissions/work-list/WorkTable.tsx'
import classes from '../form-builder.module.css'
import { internalRowId, type InternalRow, type ListedForm } from './listed-forms.ts'

const t = translator('en')

const shapes = { current: 'filled', previous: 'open', future: 'waiting' } as const

type InternalListProps = {
  rows: readonly InternalRow[]
  current: string | undefined
  onEdit: (form: ListedForm) => void
  onOpenVersions: (form: ListedForm) => void
}

/** The versions of internal forms, and which of them is in effect. */
export function InternalList({ rows, current, onEdit, onOpenVersions }: InternalListProps) {
  const columns: Column<InternalRow>[] = [
    { heading: t('forms.column.code'), cell: ({ form }) => form.code },
    { heading: t('forms.column.version'), cell: ({ number }) => number },
    { heading: t('forms.column.effectiveFrom'), cell: ({ from }) => dateInWords(from) },
    {
      heading: t('forms.column.status'),
      cell: ({ state }) => <StatusMark shape={shapes[state]} word={t(`forms.filter.${state}`)} />,
    },
    {
      heading: t('forms.column.actions'),
      cell: ({ form }) => (
        <Button
          className={classes.rowAction}
          size="compact-xs"
          variant="default"
          aria-label={t('versions.openNamed', { title: form.title })}
          onClick={() => onOpenVersions(form)}
        >
          {t('versions.open')}
        </Button>
      ),
    },
  ]
  return (
    <WorkTable
      caption={t('forms.internal')}
      rows={rows}
      idOf={internalRowId}
      nameOf={({ form }) => form.title}
      nameHeading={t('forms.column.title')}
      current={current}
      onOpen={(id) => {
        const row = rows.find((one) => internalRowId(one) === id)
        if (row) onEdit(row.form)
      }}
      columns={columns}
    />
  )
}
