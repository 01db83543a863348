import { Button, Group, TextInput, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useState, type ReactNode } from 'react'

import { UnsavedChange } from './UnsavedChange.tsx'
import type { useUndoableChange } from './useUndoableChange.ts'

const t = translator('en')

type NamedCardProps<State extends { name: string }> = {
  name: string
  mayChange: boolean
  change: ReturnType<typeof useUndoableChange<State>>
  /** Whether something beside the name was changed. */
  changed: boolean
  /** More of the line of the name. */
  tools?: ReactNode
  /** Asks before it is deleted; none where it may not be. */
  deletion: ((close: () => void) => ReactNode) | undefined
  children: ReactNode
}

/** A card of something that has a name: the name, what belongs to it, and the buttons that save and delete. */
export function NamedCard<State extends { name: string }>(props: NamedCardProps<State>) {
  const { name, mayChange, change, deletion } = props
  const { after, setAfter } = change
  const [isDeleting, setIsDeleting] = useState(false)
  return (
    <section aria-label={name}>
      <Title order={2} size="h5" mb="xs">
        {name}
      </Title>
      <Group gap="md" mb="sm" align="end">
        <TextInput
          size="xs"
          label={t('administration.name')}
          maxLength={200}
          readOnly={!mayChange}
          value={after.name}
          onChange={(event) => setAfter({ ...after, name: event.currentTarget.value })}
        />
        {props.tools}
        {mayChange && deletion && (
          <Button size="xs" variant="default" onClick={() => setIsDeleting(true)}>
            {t('administration.delete')}
          </Button>
        )}
        {(props.changed || after.name.trim() !== name) && (
          <UnsavedChange ready={after.name.trim() !== ''} onSave={change.ask} onDiscard={change.discard} />
        )}
      </Group>
      {props.children}
      {isDeleting && deletion?.(() => setIsDeleting(false))}
    </section>
  )
}
