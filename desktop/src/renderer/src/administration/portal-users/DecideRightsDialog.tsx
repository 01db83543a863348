import { newId } from '@send/shared/values/ids'
import type { PlainDate } from '@send/shared/values/plain-date'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { dateInWords, momentInWords } from '../../submissions/work-list/date-words.ts'
import { t, type YoungPerson } from './portal-users-words.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { useAct } from './useAct.ts'

export type RightsQuestion = { carer: YoungPerson['carers'][number]; decision: 'continue' | 'end' }

type DecideRightsDialogProps = RightsQuestion & {
  personName: string
  changed: boolean
  /** The first day on which the rights are the young person's own. */
  changesOn: PlainDate
  onClose: () => void
}

/** Asks once, with the reason, whether a parent goes on seeing a young person's case. */
export function DecideRightsDialog(props: DecideRightsDialogProps) {
  const { carer, decision, personName: person, onClose } = props
  const { childAccessId, name } = carer
  const api = useApi()
  const { say, whenItFails } = useAct()
  const [idempotencyKey] = useState(newId)
  const decide = useMutation(
    api.portalUsers.decideComingOfAge.mutationOptions({
      ...whenItFails,
      onSuccess: (result) => {
        if (result.outcome === 'continued') say(t('rights.continued', { name, person }))
        else if (result.outcome === 'ended')
          say(t('rights.ended', { name, person, day: dateInWords(result.on) }))
        else {
          const { by, at } = result
          say(t('rights.alreadyHandled', { by, when: momentInWords(at) }), 'yellow')
        }
        onClose()
      },
    }),
  )
  const endSentence = props.changed
    ? t('rights.endSentence.since')
    : t('rights.endSentence.before', { next: dateInWords(props.changesOn) })
  const continues = decision === 'continue'
  return (
    <ReasonDialog
      title={t(continues ? 'rights.continueTitle' : 'rights.endTitle', { name })}
      sentence={continues ? t('rights.continueSentence', { person }) : endSentence}
      confirm={t(continues ? 'rights.continue' : 'rights.end')}
      hurts={!continues}
      busy={decide.isPending}
      onConfirm={(reason) => decide.mutate({ idempotencyKey, childAccessId, decision, reason })}
      onClose={onClose}
    />
  )
}
