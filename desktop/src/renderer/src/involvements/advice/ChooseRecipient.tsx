import { NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { Failed } from '../../submissions/work-list/ScreenStates.tsx'
import { t } from './advice-words.ts'

const fewestLetters = 2

export type Recipient = RouterOutputs['advice']['listRecipients']['recipients'][number]

type ChooseRecipientProps = {
  chosen: Recipient | undefined
  onChoose: (recipient: Recipient) => void
  /** The professional of it who is asked by name; '' for whoever takes it. */
  named: string
  onName: (userId: string) => void
}

/** Finds an organisation that can read a request, and perhaps one of its professionals. */
export function ChooseRecipient({ chosen, onChoose, named, onName }: ChooseRecipientProps) {
  const api = useApi()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 200)
  const asked = text.length >= fewestLetters
  const found = useQuery(api.advice.listRecipients.queryOptions({ text }, { enabled: asked }))
  const recipients = asked ? (found.data?.recipients ?? []) : []
  return (
    <Stack gap="xs" maw={520}>
      <TextInput
        size="xs"
        type="search"
        data-autofocus
        label={t('askForAdvice.find')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        // Enter searches here; it does not confirm the dialog around.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {found.error && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      <output>
        {asked && found.data?.recipients.length === 0 && <Text size="sm">{t('askForAdvice.none')}</Text>}
      </output>
      {recipients.length > 0 && (
        <Radio.Group
          size="xs"
          label={t('askForAdvice.found')}
          value={chosen?.organisationId ?? ''}
          onChange={(id) => {
            const recipient = recipients.find(({ organisationId }) => organisationId === id)
            if (recipient) onChoose(recipient)
          }}
        >
          <Stack gap={4} mt={4}>
            {recipients.map((recipient) => (
              <Radio
                key={recipient.organisationId}
                size="xs"
                value={recipient.organisationId}
                disabled={recipient.professionals.length === 0}
                label={labelOf(recipient)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {asked && found.data?.more && <Text size="xs">{t('askForAdvice.more')}</Text>}
      {chosen && (
        <NativeSelect
          size="xs"
          label={t('askForAdvice.named')}
          descriptionProps={{ c: 'var(--mantine-color-text)' }}
          description={t('askForAdvice.namedHint')}
          value={named}
          onChange={(event) => onName(event.currentTarget.value)}
          data={[
            { value: '', label: t('askForAdvice.anybody') },
            ...chosen.professionals.map(({ userId, name, jobTitle }) => ({
              value: userId,
              label: [name, jobTitle ?? ''].filter(Boolean).join(', '),
            })),
          ]}
        />
      )}
    </Stack>
  )
}

function labelOf({ name, kind, professionals }: Recipient): string {
  const what = `${name}, ${t(`orgs.kind.${kind}`)}`
  return professionals.length === 0 ? `${what} (${t('askForAdvice.nobody')})` : what
}
