import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core'
import { adviceDueOn, latestAdviceDay } from '@send/shared/involvements/advice-request'
import { newId } from '@send/shared/values/ids'
import { dateInLondon } from '@send/shared/values/plain-date'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { useApi } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { Failed } from '../../submissions/work-list/ScreenStates.tsx'
import { useNow } from '../../submissions/work-list/useNow.ts'
import { t } from './advice-words.ts'
import { ChooseRecipient, type Recipient } from './ChooseRecipient.tsx'
import { useAdviceAct } from './useAdviceAct.ts'

type AskForAdviceProps = { person: { personId: string; name: string }; onClose: () => void }

/** Asks an organisation, or one of its professionals, for advice about a child: on which form, by when. */
export function AskForAdvice({ person, onClose }: AskForAdviceProps) {
  const api = useApi()
  const today = dateInLondon(useNow())
  const forms = useQuery(api.advice.listForms.queryOptions())
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const [recipient, setRecipient] = useState<Recipient | undefined>(undefined)
  const [named, setNamed] = useState('')
  const [formId, setFormId] = useState('')
  const [dueOn, setDueOn] = useState(() => adviceDueOn(today))
  const [note, setNote] = useState('')
  const told = useAdviceAct(
    () => ({ message: t('askForAdvice.done', { organisation: recipient?.name ?? '' }) }),
    onClose,
  )
  const send = useMutation(
    api.advice.send.mutationOptions({
      ...told,
      onError: (error) => {
        // What is corrected after that is another request.
        setIdempotencyKey(newId())
        told.onError(error)
      },
    }),
  )
  const latest = latestAdviceDay(today)
  const isDayRight = dueOn >= today && dueOn <= latest
  const missing = [
    ...(recipient ? [] : [t('askForAdvice.missing.organisation')]),
    ...(formId === '' ? [t('askForAdvice.missing.form')] : []),
    ...(isDayRight ? [] : [t('askForAdvice.missing.dueOn')]),
  ]
  function confirm() {
    if (!recipient) return
    const { organisationId } = recipient
    const chosen = { ...(named === '' ? {} : { namedUserId: named }), note }
    send.mutate({ idempotencyKey, personId: person.personId, organisationId, formId, dueOn, ...chosen })
  }
  return (
    <FormDialog
      wide
      title={t('askForAdvice.title', { child: person.name })}
      sentence={t('askForAdvice.sentence')}
      confirm={t('askForAdvice.confirm')}
      busy={send.isPending}
      missing={missing}
      onConfirm={confirm}
      onClose={onClose}
    >
      <ChooseRecipient
        chosen={recipient}
        onChoose={(chosen) => {
          setRecipient(chosen)
          setNamed('')
        }}
        named={named}
        onName={setNamed}
      />
      {forms.error && <Failed error={forms.error} onRetry={() => void forms.refetch()} />}
      {forms.data?.forms.length === 0 && <Text size="sm">{t('askForAdvice.noForms')}</Text>}
      <NativeSelect
        size="xs"
        maw={520}
        label={t('askForAdvice.form')}
        value={formId}
        onChange={(event) => setFormId(event.currentTarget.value)}
        data={[
          { value: '', label: t('askForAdvice.chooseForm') },
          ...(forms.data?.forms ?? []).map(({ formId: value, title, code }) => ({
            value,
            label: `${title} (${code})`,
          })),
        ]}
      />
      <TextInput
        size="xs"
        type="date"
        maw={520}
        min={today}
        max={latest}
        label={t('askForAdvice.dueOn')}
        descriptionProps={{ c: 'var(--mantine-color-text)' }}
        description={t('askForAdvice.dueHint', { day: dateInWords(adviceDueOn(today)) })}
        error={!isDayRight && t('askForAdvice.dueWrong')}
        value={dueOn}
        onChange={(event) => setDueOn(event.currentTarget.value)}
      />
      <Textarea
        size="xs"
        rows={3}
        maw={520}
        maxLength={1000}
        label={t('askForAdvice.note')}
        descriptionProps={{ c: 'var(--mantine-color-text)' }}
        description={t('askForAdvice.noteHint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
