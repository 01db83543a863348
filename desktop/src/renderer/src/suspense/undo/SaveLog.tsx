import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { ReasonDialog } from '../../administration/ReasonDialog.tsx'
import type { Answer } from '../../bridge.ts'

const t = translator('en')

type SaveLogProps = { save: (reason: string) => Promise<Answer<{ saved: boolean }>> }

/** Asks why, then has the main process save the log as a text file where the officer says. */
export function SaveLog({ save: saveFor }: SaveLogProps) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  async function save(reason: string) {
    setBusy(true)
    const result = await saveFor(reason)
    setBusy(false)
    if (!result.ok) return notifications.show({ color: 'red', message: result.error.message })
    setAsking(false)
    if (result.data.saved) notifications.show({ message: t('undone.saved') })
    return undefined
  }
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        {t('undone.save')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('undone.saveTitle')}
          sentence={t('undone.saveSentence')}
          confirm={t('undone.save')}
          busy={busy}
          onConfirm={(reason) => void save(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
