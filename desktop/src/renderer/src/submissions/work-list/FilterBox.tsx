import { TextInput } from '@mantine/core'
import type { KeyboardEvent, RefObject } from 'react'

type FilterBoxProps = {
  label: string
  value: string
  onChange: (value: string) => void
  onEnter: () => void
  inputRef: RefObject<HTMLInputElement | null>
}

/** The filter of a list: "/" goes in, Enter goes to the first row, Esc clears and leaves. */
export function FilterBox({ label, value, onChange, onEnter, inputRef }: FilterBoxProps) {
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') onEnter()
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onChange('')
    event.currentTarget.blur()
  }
  return (
    <TextInput
      ref={inputRef}
      size="xs"
      type="search"
      aria-label={label}
      placeholder={`/ ${label}`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}
