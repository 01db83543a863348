import type { BulkKind } from '@send/shared/suspense/bulk-decision'
import { Button, Modal, Progress, Stack, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { Failed } from '../../submissions/work-list/ScreenStates.tsx'
import type { BulkWork } from './useDecideBulk.ts'

const t = translator('en')

type BulkProgressProps = {
  kind: BulkKind
  work: BulkWork
  stopping: boolean
  onStop: () => void
  onRetry: () => void
  onClose: () => void
}

/** How far it is; while it goes on it can be stopped, and where it broke off it goes on from there. */
export function BulkProgress({ kind, work, stopping, onStop, onRetry, onClose }: BulkProgressProps) {
  const { result, state, error } = work
  const done = result.outcomes.length
  const of = done + result.left
  return (
    <Modal
      opened
      onClose={state === 'going' ? onStop : onClose}
      title={t(`suspense.bulk.title.${kind}`)}
      size="md"
    >
      <Stack gap="sm">
        <Progress
          value={(100 * done) / of}
          aria-label={t('suspense.bulk.progress', { done, of })}
          transitionDuration={0}
        />
        <Text component="output" size="sm">
          {t('suspense.bulk.progress', { done, of })}
        </Text>
        {state === 'going' && (
          <div>
            <Button size="xs" variant="default" data-autofocus disabled={stopping} onClick={onStop}>
              {t(stopping ? 'suspense.bulk.stopping' : 'suspense.bulk.stop')}
            </Button>
          </div>
        )}
        {error && (
          <>
            <Text size="sm">{t('suspense.bulk.failed')}</Text>
            <Failed error={error} onRetry={onRetry} />
          </>
        )}
      </Stack>
    </Modal>
  )
}
