import { TextInput } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useState, type ReactNode } from 'react'

import { FormDialog } from './FormDialog.tsx'

const t = translator('en')

type NameDialogProps = {
  title: string
  hint?: string
  confirm: string
  name?: string
  /** More fields, between the name and the buttons. */
  children?: ReactNode
  busy: boolean
  onConfirm: (name: string) => void
  onCancel: () => void
}

/** Asks for a name, and what else stands in it; Enter confirms. */
export function NameDialog({
  hint,
  name: given = '',
  children,
  onConfirm,
  onCancel,
  ...frame
}: NameDialogProps) {
  const [name, setName] = useState(given)
  function confirm() {
    if (name.trim() !== '') onConfirm(name.trim())
  }
  return (
    <FormDialog {...frame} {...(hint ? { sentence: hint } : {})} onConfirm={confirm} onClose={onCancel}>
      <TextInput
        size="xs"
        data-autofocus
        required
        label={t('administration.name')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {children}
    </FormDialog>
  )
}
