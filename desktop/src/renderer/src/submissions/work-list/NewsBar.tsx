import { Button, Group, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import type { ListChange } from './steady-list.ts'
import classes from './work-list.module.css'

const t = translator('en')

/** The quiet bar that tells of rows which came or went while the list stood still. */
export function NewsBar({ change, onShow }: { change: ListChange; onShow: () => void }) {
  const words = [
    change.arrived > 0 ? t('casework.newsArrived', { count: change.arrived }) : undefined,
    change.gone > 0 ? t('casework.newsGone', { count: change.gone }) : undefined,
  ].filter((word) => word !== undefined)
  return (
    <output className={classes.block}>
      {words.length > 0 && (
        <Group gap="xs" px="sm" py={4}>
          <Text size="sm">{words.join(', ')}</Text>
          <Button size="compact-xs" variant="default" onClick={onShow}>
            {t('casework.newsShow')}
          </Button>
        </Group>
      )}
    </output>
  )
}
