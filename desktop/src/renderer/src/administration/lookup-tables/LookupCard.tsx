import { Button, Group, Text, TextInput, Title } from '@mantine/core'
import { mostLookupEntries } from '@send/shared/forms/lookup-table'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { flushSync } from 'react-dom'

import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { EntryTable } from './EntryTable.tsx'
import { listEntryProblems, type LookupDraft } from './lookup-draft.ts'
import { useSaveLookup } from './useSaveLookup.ts'

const t = translator('en')

type LookupCardProps = {
  tableId: string
  mayChange: boolean
  /** What has been typed and is not saved yet. */
  draft: LookupDraft | undefined
  onDraft: (draft: LookupDraft | undefined) => void
}

/** One look-up table: its name and its entries, which end rather than disappear. */
export function LookupCard({ tableId, mayChange, draft, onDraft }: LookupCardProps) {
  const api = useApi()
  const table = useQuery(api.forms.getLookupTable.queryOptions({ tableId }))
  const card = useRef<HTMLElement>(null)
  const { isPending, save } = useSaveLookup(() => onDraft(undefined))
  if (table.error) return <Failed error={table.error} onRetry={() => void table.refetch()} />
  if (!table.data) return <Waiting what={t('lookups.title')} />

  const { version, ...kept } = table.data
  const shown = draft ?? { baseVersion: version, name: kept.name, entries: kept.entries }
  const problems = listEntryProblems(shown.entries)
  const sound = problems.every((problem) => problem === undefined) && shown.name.trim() !== ''
  const overtaken = draft !== undefined && draft.baseVersion !== version
  return (
    <section aria-label={kept.name} ref={card}>
      <Title order={2} size="h5" mb="xs">
        {kept.name}
      </Title>
      <Group gap="md" mb="sm" align="end">
        <TextInput
          size="xs"
          label={t('administration.name')}
          maxLength={100}
          readOnly={!mayChange}
          value={shown.name}
          onChange={(event) => onDraft({ ...shown, name: event.currentTarget.value })}
        />
        {draft && (
          <>
            <Button
              size="xs"
              disabled={!sound}
              loading={isPending}
              onClick={() => save({ tableId, ...draft, name: draft.name.trim() })}
            >
              {t('administration.save')}
            </Button>
            <Button size="xs" variant="default" onClick={() => onDraft(undefined)}>
              {t('administration.discard')}
            </Button>
            <Text size="sm">{t('administration.unsaved')}</Text>
          </>
        )}
      </Group>
      {overtaken && (
        <Text size="sm" mb="xs">
          {t('lookups.overtaken')}
        </Text>
      )}
      <EntryTable
        name={kept.name}
        entries={shown.entries}
        savedCodes={kept.entries.map(({ code }) => code)}
        problems={problems}
        mayChange={mayChange}
        onChange={(entries) => onDraft({ ...shown, entries })}
      />
      {mayChange && (
        <Button
          size="compact-xs"
          variant="default"
          mt="xs"
          disabled={shown.entries.length >= mostLookupEntries}
          onClick={() => {
            // Drawn before the next key arrives, so that it goes into the new row.
            flushSync(() =>
              onDraft({ ...shown, entries: [...shown.entries, { code: '', description: { en: '' } }] }),
            )
            card.current?.querySelector<HTMLElement>('tbody tr:last-child input')?.focus()
          }}
        >
          {t('lookups.addEntry')}
        </Button>
      )}
      <Text size="xs" mt="xs">
        {t('lookups.explained')}
      </Text>
    </section>
  )
}
