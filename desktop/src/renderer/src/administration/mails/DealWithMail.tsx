import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { nameOf, t, type FailedMail } from './mails-words.ts'
import { useMailAct } from './useMailAct.ts'

type MailActProps = { mail: FailedMail; onClose: () => void; onDone: () => void }

/** Notes what somebody did in place of the e-mail, such as ringing. */
export function DealWithMail({ mail, onClose, onDone }: MailActProps) {
  const api = useApi()
  const [idempotencyKey] = useState(newId)
  const { mailId } = mail
  const act = useMailAct({
    done: t('mails.dealDone'),
    onDone: () => {
      onClose()
      onDone()
    },
  })
  const deal = useMutation(api.mails.markDealtWith.mutationOptions(act))
  return (
    <ReasonDialog
      title={t('mails.dealTitle', { name: nameOf(mail) })}
      sentence={t('mails.dealSentence')}
      confirm={t('mails.dealConfirm')}
      reasonLabel={t('mails.dealNote')}
      reasonHint={t('mails.dealNoteHint')}
      busy={deal.isPending}
      onConfirm={(note) => deal.mutate({ idempotencyKey, mailId, note })}
      onClose={onClose}
    />
  )
}
