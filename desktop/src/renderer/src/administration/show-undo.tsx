import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

const millisecondsToUndo = 10_000

/** Tells of a change and offers for ten seconds to take it back. */
export function showUndo(message: string, undo: () => void): void {
  const id = notifications.show({
    autoClose: millisecondsToUndo,
    message: (
      <Group justify="space-between">
        <span>{message}</span>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          {t('administration.undo')}
        </Button>
      </Group>
    ),
  })
}
