import { Button, Group, Kbd } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

export type CardAction = {
  key: 'm' | 'n' | 'x' | 'a' | 'w' | 'd' | 's' | 'b' | 't'
  /** Absent while it cannot be done. */
  act: (() => void) | undefined
}

const words = {
  m: t('suspense.match'),
  n: t('suspense.addAsNew'),
  x: t('suspense.reject'),
  a: t('suspense.ask'),
  w: t('suspense.ask.withdraw'),
  d: t('suspense.discard'),
  s: t('suspense.score'),
  b: t('suspense.discard.bringBack'),
  t: t('suspense.hold.takeOver'),
} as const satisfies Record<CardAction['key'], string>

/** The buttons of the card with their keys, the first the likeliest to be meant. */
export function CardActions({ actions, busy }: { actions: readonly CardAction[]; busy: boolean }) {
  return (
    <Group gap="sm" my="sm">
      {actions.map(
        ({ key, act }) =>
          act && (
            <Button
              key={key}
              size="xs"
              variant={key === 'm' ? 'filled' : 'default'}
              aria-keyshortcuts={key}
              disabled={busy}
              onClick={act}
              rightSection={
                <Kbd size="xs" aria-hidden>
                  {key.toUpperCase()}
                </Kbd>
              }
            >
              {words[key]}
            </Button>
          ),
      )}
    </Group>
  )
}
