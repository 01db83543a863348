import { NativeSelect, Stack, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import type { EditorProps } from './editor-props.ts'

const t = translator('en')

/** From which look-up table people choose; the form takes its entries along, so that it works offline. */
export function LookupEditor({ question, onChange }: EditorProps<'lookup'>) {
  const api = useApi()
  const queries = useQueryClient()
  // Kept as long as the window is open: with the server gone, the last known tables still do.
  const list = useQuery(api.forms.listLookupTables.queryOptions({}, { gcTime: Infinity }))
  const [failed, setFailed] = useState(false)
  const { table, entries } = question
  const tables = (list.data?.tables ?? []).map(({ tableId, name }) => ({ id: tableId, name }))
  const known = table && !tables.some(({ id }) => id === table.id) ? [table, ...tables] : tables

  async function choose(tableId: string) {
    setFailed(false)
    const { table: _, ...others } = question
    if (tableId === '') return onChange({ ...others, entries: [] })
    try {
      const found = await queries.fetchQuery(api.forms.getLookupTable.queryOptions({ tableId }))
      onChange({ ...others, table: { id: found.id, name: found.name }, entries: found.entries })
    } catch {
      setFailed(true)
    }
  }
  return (
    <Stack gap="xs">
      <NativeSelect
        size="xs"
        label={t('forms.lookupTable')}
        value={table?.id ?? ''}
        data={[
          { value: '', label: t('forms.lookupNone') },
          ...known.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => void choose(event.currentTarget.value)}
      />
      {(list.isError || failed) && <Text size="sm">{t('forms.lookupOffline')}</Text>}
      {list.data?.tables.length === 0 && <Text size="sm">{t('forms.lookupEmpty')}</Text>}
      {table && <Text size="sm">{t('forms.lookupEntries', { count: entries.length })}</Text>}
    </Stack>
  )
}
