import { Button, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useApi, type RouterOutputs } from '../../api.ts'
import { dateInWords, momentInWords } from '../../submissions/work-list/date-words.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { stepInList } from '../../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import { WorkTable, type Column } from '../../submissions/work-list/WorkTable.tsx'
import { useExportBundle } from '../bundles/useExportBundle.ts'
import classes from '../form-builder.module.css'
import type { ListedForm } from '../list/listed-forms.ts'

const t = translator('en')

type Version = RouterOutputs['forms']['listVersions']['versions'][number]

type VersionHistoryProps = {
  form: ListedForm
  current: number | undefined
  onMark: (number: number) => void
  busy: boolean
  onCompare: (from: number, to: number) => void
  onRead: (number: number) => void
  onRestore: (number: number) => void
}

/** Who published what when, the newest first, and what changed in one line; a row opens the comparison. */
export function VersionHistory(props: VersionHistoryProps) {
  const { form, current, onMark, onCompare } = props
  const api = useApi()
  const list = useQuery(api.forms.listVersions.queryOptions({ formId: form.formId }))
  const { exportBundle, busy } = useExportBundle()
  const versions = list.data?.versions ?? []
  const ids = versions.map(({ number }) => String(number))
  function compare(number: number) {
    onMark(number)
    onCompare(Math.max(number - 1, 1), number)
  }
  function step(by: 1 | -1) {
    const next = stepInList(ids, current === undefined ? undefined : String(current), by)
    if (next) onMark(Number(next))
  }
  useScreenKeys({
    j: () => step(1),
    k: () => step(-1),
    Enter: () => {
      if (current !== undefined) compare(current)
    },
  })
  return (
    <>
      <Text size="xs" px="sm" pt="xs">
        {t('versions.keys')}
      </Text>
      <div className={classes.scroll}>
        {list.isPending && <Waiting what={t('versions.list')} />}
        {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {versions.length > 0 && (
          <WorkTable
            caption={t('versions.list')}
            rows={versions}
            idOf={({ number }) => String(number)}
            nameOf={({ number }) => t('versions.version', { number })}
            nameHeading={t('versions.column.version')}
            current={current === undefined ? undefined : String(current)}
            onOpen={(id) => compare(Number(id))}
            columns={columnsOf({
              ...props,
              isExporting: busy,
              onExport: (version) => exportBundle({ of: 'version', formId: form.formId, version }),
            })}
          />
        )}
      </div>
    </>
  )
}

type Exporting = { isExporting: boolean; onExport: (number: number) => void }

function columnsOf(props: VersionHistoryProps & Exporting): Column<Version>[] {
  const { form, busy, onRead, onRestore, isExporting, onExport } = props
  const action = { className: classes.rowAction, size: 'compact-xs', variant: 'default', mr: 6 } as const
  const effective: Column<Version> = {
    heading: t('versions.column.effective'),
    cell: ({ number }) => {
      const found = form.versions.find((version) => version.number === number)?.effective
      return found ? `${dateInWords(found.from)} (${t(`forms.filter.${found.state}`)})` : null
    },
  }
  return [
    { heading: t('versions.column.published'), cell: ({ publishedAt }) => momentInWords(publishedAt) },
    { heading: t('versions.column.by'), cell: ({ publishedBy }) => publishedBy },
    ...(form.family === 'internal' ? [effective] : []),
    { heading: t('versions.column.changes'), cell: changesInWords },
    {
      heading: t('forms.column.actions'),
      cell: ({ number }) => (
        <>
          <Button {...action} aria-label={t('versions.readNamed', { number })} onClick={() => onRead(number)}>
            {t('versions.read')}
          </Button>
          <Button
            {...action}
            disabled={busy}
            aria-label={t('versions.restoreNamed', { number })}
            onClick={() => onRestore(number)}
          >
            {t('versions.restoreShort')}
          </Button>
          <Button
            {...action}
            disabled={isExporting}
            title={t('bundles.exportVersion', { number })}
            onClick={() => onExport(number)}
          >
            {t('bundles.export')}
          </Button>
        </>
      ),
    },
  ]
}

function changesInWords({ changes }: Version): string {
  if (changes === null) return t('versions.first')
  return changes || t('versions.noChange')
}
