import { Group, Radio, TextInput } from '@mantine/core'
import { canBeSignedOn, type FormOrigin, type OriginSignature } from '@send/shared/submissions/form-origin'

import { t } from './origin-words.ts'

/** Undefined while nobody said whether it is signed; null where it is not. */
export type SaidSignature = OriginSignature | null | undefined

type SignatureFieldsProps = {
  origin: FormOrigin
  signature: SaidSignature
  onChange: (signature: SaidSignature) => void
}

/** Whether somebody signed or agreed, who, and on which day: what the officer saw or heard, and nothing else. */
export function SignatureFields({ origin, signature, onChange }: SignatureFieldsProps) {
  const { channel, receivedOn, fromName } = origin
  const late = signature && signature.on !== '' && !canBeSignedOn(signature.on, receivedOn)
  return (
    <>
      <Radio.Group
        size="xs"
        label={t(`onBehalf.signature.${channel}`)}
        value={signature === undefined ? '' : signature ? 'yes' : 'no'}
        onChange={(said) => onChange(said === 'yes' ? { by: fromName, on: receivedOn } : null)}
      >
        <Group gap="md" mt={4}>
          <Radio size="xs" value="yes" data-autofocus label={t('onBehalf.signature.yes')} />
          <Radio size="xs" value="no" label={t('onBehalf.signature.no')} />
        </Group>
      </Radio.Group>
      {signature ? (
        <Group gap="sm" align="flex-start">
          <TextInput
            size="xs"
            maxLength={200}
            label={t('onBehalf.signedBy')}
            value={signature.by}
            onChange={(event) => onChange({ ...signature, by: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            type="date"
            max={receivedOn}
            label={t('onBehalf.signedOn')}
            error={late ? t('onBehalf.signedLater') : undefined}
            value={signature.on}
            onChange={(event) => onChange({ ...signature, on: event.currentTarget.value })}
          />
        </Group>
      ) : null}
    </>
  )
}

/** What is still to be said about a signature. */
export function listMissingOfSignature(signature: SaidSignature, { receivedOn }: FormOrigin): string[] {
  if (signature === undefined) return [t('onBehalf.missing.signature')]
  if (signature === null) return []
  return [
    ...(signature.by.trim() === '' ? [t('onBehalf.missing.signedBy')] : []),
    ...(signature.on !== '' && canBeSignedOn(signature.on, receivedOn)
      ? []
      : [t('onBehalf.missing.signedOn')]),
  ]
}
