import { Radio, Stack, Textarea } from '@mantine/core'
import {
  Discard,
  discardReasons,
  discardWordsLength,
  type DiscardReason,
} from '@send/shared/suspense/discard'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

const t = translator('en')

type Typed = { reason: DiscardReason | undefined; words: string }

/** Why children are discarded, as far as it is said: complete it is `why`, else `missing` says what is not there yet. */
export function useDiscardReason() {
  const [typed, setTyped] = useState<Typed>({ reason: undefined, words: '' })
  const why = Discard.safeParse(typed).data
  const missing = t(typed.reason ? 'suspense.discard.missingWords' : 'suspense.discard.missingReason')
  return { typed, setTyped, why, missing: why ? [] : [missing] }
}

type DiscardReasonFieldsProps = { typed: Typed; onChange: (typed: Typed) => void }

/** A reason of the list and words, which a reason that is not in it needs. */
export function DiscardReasonFields({ typed, onChange }: DiscardReasonFieldsProps) {
  const { reason, words } = typed
  return (
    <>
      <Radio.Group
        size="xs"
        label={t('suspense.discard.why')}
        value={reason ?? null}
        onChange={(value) => onChange({ ...typed, reason: discardReasons.find((known) => known === value) })}
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
        onChange={(event) => onChange({ ...typed, words: event.currentTarget.value })}
      />
    </>
  )
}
