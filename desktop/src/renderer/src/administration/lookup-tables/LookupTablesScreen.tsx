import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import { useApi, type RouterOutputs } from '../../api.ts'
import { When } from '../../submissions/work-list/When.tsx'
import type { Column } from '../../submissions/work-list/WorkTable.tsx'
import { ListScreen } from '../ListScreen.tsx'
import { NameDialog } from '../NameDialog.tsx'
import { LookupCard } from './LookupCard.tsx'
import type { LookupDraft } from './lookup-draft.ts'
import { useSaveLookup } from './useSaveLookup.ts'

const t = translator('en')

type ListedTable = RouterOutputs['forms']['listLookupTables']['tables'][number]

const columns: readonly Column<ListedTable>[] = [
  {
    heading: t('lookups.column.entries'),
    cell: ({ entryCount, activeCount }) => t('lookups.entriesOf', { active: activeCount, count: entryCount }),
  },
  { heading: t('lookups.column.changed'), cell: ({ changedAt }) => <When at={changedAt} /> },
  { heading: t('lookups.column.by'), cell: ({ changedBy }) => changedBy },
]

/** The look-up tables from which questions let people choose. */
export function LookupTablesScreen() {
  const api = useApi()
  const list = useQuery(api.forms.listLookupTables.queryOptions({}))
  const mayChange = useMay('formBuilder', 'write')
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [adding, setAdding] = useState(false)
  // What was typed into one table stays while the officer looks at another.
  const [drafts, setDrafts] = useState<ReadonlyMap<string, LookupDraft>>(new Map())
  const create = useSaveLookup((tableId) => {
    setAdding(false)
    setOpened(tableId)
  })

  function keepDraft(tableId: string, draft: LookupDraft | undefined) {
    setDrafts((before) => {
      const after = new Map(before)
      if (draft) after.set(tableId, draft)
      else after.delete(tableId)
      return after
    })
  }
  return (
    <>
      <ListScreen
        screen="lookups"
        rows={list.data?.tables}
        idOf={({ tableId }) => tableId}
        nameOf={({ name }) => name}
        wordsOf={({ changedBy }) => changedBy}
        columns={columns}
        error={list.error}
        onRetry={() => void list.refetch()}
        opened={opened}
        onOpen={setOpened}
        onNew={mayChange ? () => setAdding(true) : undefined}
      >
        {opened && (
          <LookupCard
            key={opened}
            tableId={opened}
            mayChange={mayChange}
            draft={drafts.get(opened)}
            onDraft={(draft) => keepDraft(opened, draft)}
          />
        )}
      </ListScreen>
      {adding && (
        <NameDialog
          title={t('lookups.new')}
          hint={t('lookups.newHint')}
          confirm={t('lookups.new')}
          busy={create.isPending}
          onConfirm={(name) => create.save({ tableId: newId(), baseVersion: null, name, entries: [] })}
          onCancel={() => setAdding(false)}
        />
      )}
    </>
  )
}
