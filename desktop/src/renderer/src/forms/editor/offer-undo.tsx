import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'

const t = translator('en')

const undoMilliseconds = 10_000

/** Says what was removed, and offers for a while to take it back. */
export function offerUndo(sentence: string, takeBack: () => void): void {
  const id = `removed-${newId()}`
  const message = (
    <Group gap="sm" justify="space-between" wrap="nowrap">
      {sentence}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          notifications.hide(id)
          takeBack()
        }}
      >
        {t('forms.undo')}
      </Button>
    </Group>
  )
  notifications.show({ id, message, autoClose: undoMilliseconds })
}
