import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { findInTexts, replaceInTexts, type TextMatch } from '@send/shared/forms/replace-texts'
import { translator } from '@send/shared/texts/translator'
import { useMemo, useState } from 'react'

import type { OutlineItem } from './outline-items.ts'
import { SearchMatches } from './SearchMatches.tsx'
import type { FormEditing } from './useFormEditing.ts'

const t = translator('en')

type SearchDialogProps = {
  opened: boolean
  editing: FormEditing
  items: readonly OutlineItem[]
  onClose: () => void
  onOpen: (where: string) => void
}

/** Finds words in every text of the form and replaces them, one or all, in one step of undo each. */
export function SearchDialog({ opened, editing, items, onClose, onOpen }: SearchDialogProps) {
  const { definition, edit, selected } = editing
  const [search, setSearch] = useState({ find: '', matchCase: false, wholeWord: false })
  const [replacement, setReplacement] = useState('')
  const [said, setSaid] = useState('')
  const matches = useMemo(() => (opened ? findInTexts(definition, search) : []), [opened, definition, search])
  function change(part: Partial<typeof search>) {
    setSearch({ ...search, ...part })
    setSaid('')
  }
  function replace(chosen: readonly TextMatch[]) {
    edit((form) => replaceInTexts(form, chosen, replacement), { select: selected })
    setSaid(t('search.replaced', { count: chosen.length }))
  }
  const found = matches.length === 0 ? t('search.none') : t('search.found', { count: matches.length })
  return (
    <Modal opened={opened} onClose={onClose} title={t('search.title')} size="xl">
      <Stack gap="xs">
        <Group grow align="start">
          <TextInput
            data-autofocus
            label={t('search.find')}
            value={search.find}
            onChange={({ currentTarget }) => change({ find: currentTarget.value })}
          />
          <TextInput
            label={t('search.replaceWith')}
            value={replacement}
            onChange={({ currentTarget }) => setReplacement(currentTarget.value)}
          />
        </Group>
        <Group gap="md">
          <Checkbox
            size="xs"
            label={t('search.matchCase')}
            checked={search.matchCase}
            onChange={({ currentTarget }) => change({ matchCase: currentTarget.checked })}
          />
          <Checkbox
            size="xs"
            label={t('search.wholeWord')}
            checked={search.wholeWord}
            onChange={({ currentTarget }) => change({ wholeWord: currentTarget.checked })}
          />
          <Text size="sm" component="output">
            {[said, search.find === '' ? '' : found].filter(Boolean).join('. ')}
          </Text>
          <Button
            size="compact-sm"
            ml="auto"
            disabled={matches.length === 0}
            onClick={() => replace(matches)}
          >
            {t('search.replaceAll')}
          </Button>
        </Group>
        {matches.length > 0 && (
          <SearchMatches
            matches={matches}
            items={items}
            replacement={replacement}
            onOpen={onOpen}
            onReplace={(match) => replace([match])}
          />
        )}
      </Stack>
    </Modal>
  )
}
