import { Button, Group, Modal, Text } from '@mantine/core'
import { nameOf } from '@send/shared/suspense/describe-undone-match'
import type { Exposure } from '@send/shared/suspense/undone-match'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { UndoneMatchLog } from './UndoneMatchLog.tsx'

const t = translator('en')

type UndoneResultProps = { undoneMatchId: string; child: Exposure['child']; onClose: () => void }

/** What came of the undo, with the way to its log. */
export function UndoneResult({ undoneMatchId, child, onClose }: UndoneResultProps) {
  const [reading, setReading] = useState(false)
  return (
    <Modal opened onClose={onClose} title={t('undo.doneTitle')} size={reading ? 'xl' : 'lg'}>
      {reading ? (
        <UndoneMatchLog undoneMatchId={undoneMatchId} />
      ) : (
        <Text component="output" display="block" size="sm">
          {t('undo.done', { child: nameOf(child) })}
        </Text>
      )}
      <Group gap="sm" mt="md">
        {!reading && (
          <Button size="xs" variant="default" onClick={() => setReading(true)}>
            {t('undo.openLog')}
          </Button>
        )}
        <Button size="xs" data-autofocus onClick={onClose}>
          {t('casework.close')}
        </Button>
      </Group>
    </Modal>
  )
}
