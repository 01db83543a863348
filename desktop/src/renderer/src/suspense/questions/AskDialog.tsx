import { Textarea } from '@mantine/core'
import { questionLength, QuestionText } from '@send/shared/suspense/sender-question'
import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { useApi } from '../../api.ts'
import { useDecision, type Aim } from '../useDecision.ts'

const t = translator('en')

/** One question to whoever sent the child’s newest form. */
export function AskDialog({ aim, onClose }: { aim: Aim; onClose: () => void }) {
  const api = useApi()
  const [typed, setTyped] = useState('')
  const { decision, telling } = useDecision(aim)
  const ask = useMutation(
    api.suspense.ask.mutationOptions(telling(t('suspense.ask.done', { child: aim.childName }), onClose)),
  )
  const question = QuestionText.safeParse(typed).data
  return (
    <FormDialog
      title={t('suspense.ask.title')}
      sentence={t('suspense.ask.sentence')}
      confirm={t('suspense.ask.confirm')}
      wide
      busy={ask.isPending}
      missing={question ? [] : [t('suspense.ask.missing')]}
      onConfirm={() => question && ask.mutate({ ...decision, question })}
      onClose={onClose}
    >
      <Textarea
        size="xs"
        rows={5}
        data-autofocus
        label={t('suspense.ask.question')}
        description={t('suspense.ask.hint')}
        descriptionProps={{ c: 'var(--mantine-color-text)' }}
        maxLength={questionLength.most}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
