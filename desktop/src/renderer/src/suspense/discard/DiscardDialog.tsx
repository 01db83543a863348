import { Radio, Stack, Text, Textarea } from '@mantine/core'
import {
  Discard,
  discardReasons,
  discardWordsLength,
  type DiscardReason,
} from '@send/shared/suspense/discard'
import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { useApi } from '../../api.ts'
import type { IncomingCard } from '../suspense-words.ts'
import { useDecision, type Aim } from '../useDecision.ts'
import { GoesAlong } from './GoesAlong.tsx'

const t = translator('en')

type DiscardDialogProps = { aim: Aim; card: IncomingCard; onClose: () => void; onDiscarded: () => void }

/** The last question before a child leaves the queue: why, and everything that goes with it. */
export function DiscardDialog({ aim, card, onClose, onDiscarded }: DiscardDialogProps) {
  const api = useApi()
  const [reason, setReason] = useState<DiscardReason | undefined>(undefined)
  const [words, setWords] = useState('')
  const { decision, telling } = useDecision(aim)
  const discard = useMutation(
    api.suspense.discard.mutationOptions(
      telling(t('suspense.discard.done', { child: aim.childName }), () => {
        onClose()
        onDiscarded()
      }),
    ),
  )
  const why = Discard.safeParse({ reason, words }).data
  return (
    <FormDialog
      title={t('suspense.discard.title')}
      sentence={t('suspense.discard.sentence', { child: aim.childName })}
      confirm={t('suspense.discard')}
      hurts
      wide
      busy={discard.isPending}
      missing={why ? [] : [t(reason ? 'suspense.discard.missingWords' : 'suspense.discard.missingReason')]}
      onConfirm={() => why && discard.mutate({ ...decision, why })}
      onClose={onClose}
    >
      <GoesAlong card={card} />
      <Radio.Group
        size="xs"
        label={t('suspense.discard.why')}
        value={reason ?? null}
        onChange={(value) => setReason(discardReasons.find((known) => known === value))}
      >
        <Stack gap={6} mt={6}>
          {discardReasons.map((known, place) => (
            <Radio
              key={known}
              size="xs"
              value={known}
              label={t(`suspense.discard.reason.${known}`)}
              data-autofocus={place === 0 || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        size="xs"
        rows={2}
        label={t(reason === 'other' ? 'suspense.discard.words' : 'suspense.discard.wordsOptional')}
        maxLength={discardWordsLength.most}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Text size="sm">{t('suspense.discard.senderSees')}</Text>
    </FormDialog>
  )
}
