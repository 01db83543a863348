import { TextInput } from '@mantine/core'
import { useState } from 'react'

type CheckedBoxProps = {
  label: string
  hint?: string
  /** What the form holds now, as typed. */
  kept: string
  wrong: string
  /** Takes what was typed into the form, or gives false when it cannot be. */
  take: (typed: string) => boolean
  numeric?: boolean
}

/** A box whose form takes only sound values: what cannot be taken stays in the box, and it says so. */
export function CheckedBox({ label, hint, kept, wrong, take, numeric }: CheckedBoxProps) {
  const [refused, setRefused] = useState<{ typed: string; kept: string } | undefined>(undefined)
  // An undo changes what is kept; then the refused words are out of date.
  const open = refused?.kept === kept ? refused : undefined
  return (
    <TextInput
      size="xs"
      label={label}
      description={hint}
      // Mantine's own grey is too pale to be read.
      descriptionProps={{ c: 'var(--mantine-color-text)' }}
      inputMode={numeric ? 'numeric' : undefined}
      spellCheck={false}
      value={open?.typed ?? kept}
      error={open && wrong}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setRefused(take(typed) ? undefined : { typed, kept })
      }}
    />
  )
}
