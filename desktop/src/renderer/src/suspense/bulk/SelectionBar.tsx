import { bulkKinds, type BulkKind } from '@send/shared/suspense/bulk-decision'
import { Button, Kbd, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import classes from './bulk.module.css'

const t = translator('en')

/** Each with Shift, since the letter alone is for the card that is open. */
const letters = {
  confirm: 'm',
  addAsNew: 'n',
  discard: 'd',
  take: 't',
  release: 'r',
} as const satisfies Record<BulkKind, string>

type SelectionBarProps = { count: number; onAct: (kind: BulkKind) => void; onClear: () => void }

/** How many are selected, and what can be done with them. */
export function SelectionBar({ count, onAct, onClear }: SelectionBarProps) {
  useScreenKeys(Object.fromEntries(bulkKinds.map((kind) => [`Shift+${letters[kind]}`, () => onAct(kind)])))
  return (
    <span className={classes.bar}>
      <Text component="output" size="sm" fw={600} mr={6}>
        {t('suspense.bulk.selected', { count })}
      </Text>
      {bulkKinds.map((kind) => (
        <Button
          key={kind}
          size="compact-xs"
          variant="default"
          aria-keyshortcuts={`Shift+${letters[kind].toUpperCase()}`}
          rightSection={
            <Kbd size="xs" aria-hidden>
              ⇧{letters[kind].toUpperCase()}
            </Kbd>
          }
          onClick={() => onAct(kind)}
        >
          {t(`suspense.bulk.${kind}`)}
        </Button>
      ))}
      <Button size="compact-xs" variant="subtle" onClick={onClear}>
        {t('suspense.bulk.clear')}
      </Button>
    </span>
  )
}
