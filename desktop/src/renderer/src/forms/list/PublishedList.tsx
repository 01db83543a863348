import { Alert, Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { canOnForm } from '@send/shared/forms/form-lifecycle'
import { translator } from '@send/shared/texts/translator'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { ConfirmDialog } from '../../submissions/work-list/ConfirmDialog.tsx'
import { Empty, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { WorkTable, type Column } from '../../submissions/work-list/WorkTable.tsx'
import classes from '../form-builder.module.css'

const t = translator('en')

export type ListedForm = RouterOutputs['forms']['list']['forms'][number]

type PublishedListProps = {
  current: string | undefined
  onEdit: (form: ListedForm) => void
}

/** The published forms: their latest version, and whether people may start them. */
export function PublishedList({ current, onEdit }: PublishedListProps) {
  const api = useApi()
  const list = useQuery(api.forms.list.queryOptions({}))
  const { setLive, busy } = useSetLive()
  const [closing, setClosing] = useState<ListedForm | undefined>(undefined)
  const forms = list.data?.forms
  const columns: Column<ListedForm>[] = [
    { heading: t('forms.column.code'), cell: ({ code }) => code },
    { heading: t('forms.column.audience'), cell: ({ audience }) => t(`forms.audience.${audience}`) },
    { heading: t('forms.column.version'), cell: (form) => latestVersionOf(form) },
    {
      heading: t('forms.column.status'),
      cell: ({ live }) => (
        <StatusMark shape={live ? 'filled' : 'open'} word={t(live ? 'forms.live' : 'forms.notLive')} />
      ),
    },
    {
      heading: t('forms.column.actions'),
      cell: (form) => {
        const opens = canOnForm(form.live ? 'live' : 'notLive', 'makeLive')
        const { title } = form
        return (
          <Button
            className={classes.rowAction}
            size="compact-xs"
            variant="default"
            disabled={busy}
            aria-label={t(opens ? 'forms.makeLiveNamed' : 'forms.makeNotLiveNamed', { title })}
            onClick={() => (opens ? setLive(form, true) : setClosing(form))}
          >
            {t(opens ? 'forms.makeLive' : 'forms.makeNotLive')}
          </Button>
        )
      },
    },
  ]
  return (
    <section aria-labelledby="forms-published">
      <h2 className={classes.listHeading} id="forms-published">
        {t('forms.published')}
      </h2>
      {list.error && (
        <Alert
          variant="default"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('forms.publishedOffline')}
          m="sm"
          role="alert"
        >
          <Text size="sm" mb="xs">
            {list.error.message} {t('forms.publishedOfflineHint')}
          </Text>
          <Button size="xs" variant="default" loading={list.isFetching} onClick={() => void list.refetch()}>
            {t('casework.retry')}
          </Button>
        </Alert>
      )}
      {list.isPending && <Waiting what={t('forms.published')} />}
      {forms?.length === 0 && (
        <Empty title={t('forms.publishedEmpty')} hint={t('forms.publishedEmptyHint')} />
      )}
      {!list.error && forms !== undefined && forms.length > 0 && (
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
      )}
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
    </section>
  )
}

/** The id of a published form's row among all rows of the screen. */
export function publishedRowId({ formId }: { formId: string }): string {
  return `published ${formId}`
}

/** The number of the newest version; versions are listed in their order. */
export function latestVersionOf({ versions }: ListedForm): number {
  return versions.at(-1)?.number ?? 1
}

/** Opens a form to people on the portal, or closes it; repeating it changes nothing more. */
function useSetLive(): { setLive: (form: ListedForm, live: boolean) => void; busy: boolean } {
  const api = useApi()
  const queries = useQueryClient()
  const change = useMutation(
    api.forms.setLive.mutationOptions({ onSettled: () => queries.invalidateQueries(api.forms.pathFilter()) }),
  )
  function setLive({ formId, title }: ListedForm, live: boolean) {
    change.mutate(
      { formId, live },
      {
        onSuccess: () =>
          notifications.show({ message: t(live ? 'forms.isLive' : 'forms.isNotLive', { title }) }),
        onError: (error) => notifications.show({ color: 'red', message: error.message, autoClose: false }),
      },
    )
  }
  return { setLive, busy: change.isPending }
}
