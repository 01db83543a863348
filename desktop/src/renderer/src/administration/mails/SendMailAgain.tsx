import { Text } from '@mantine/core'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { nameOf, t, type FailedMail } from './mails-words.ts'
import { useMailAct } from './useMailAct.ts'

type MailActProps = { mail: FailedMail; onClose: () => void; onDone: () => void }

/** The last question before an e-mail goes out once more; it warns where nothing has changed since. */
export function SendMailAgain({ mail, onClose, onDone }: MailActProps) {
  const api = useApi()
  const [idempotencyKey] = useState(newId)
  const { mailId, account } = mail
  const address = account?.email ?? mail.address
  const act = useMailAct({
    done: t('mails.againDone', { address }),
    onDone: () => {
      onClose()
      onDone()
    },
  })
  const send = useMutation(api.mails.sendAgain.mutationOptions(act))
  return (
    <ReasonDialog
      title={t('mails.againTitle', { name: nameOf(mail) })}
      sentence={t('mails.againSentence', { address })}
      confirm={t('mails.againConfirm')}
      asksWhy={false}
      busy={send.isPending}
      onConfirm={() => send.mutate({ idempotencyKey, mailId })}
      onClose={onClose}
    >
      {address === mail.address && <Text size="sm">{t('mails.againSame')}</Text>}
    </ReasonDialog>
  )
}
