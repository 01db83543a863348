import { Button, Group, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

type UnsavedChangeProps = { ready?: boolean; onSave: () => void; onDiscard: () => void }

/** Beside a change that is not saved: save it, or go back to what was. */
export function UnsavedChange({ ready = true, onSave, onDiscard }: UnsavedChangeProps) {
  return (
    <Group gap="md" align="center">
      <Button size="xs" disabled={!ready} onClick={onSave}>
        {t('administration.save')}
      </Button>
      <Button size="xs" variant="default" onClick={onDiscard}>
        {t('administration.discard')}
      </Button>
      <Text size="sm">{t('administration.unsaved')}</Text>
    </Group>
  )
}
