import { Switch } from '@mantine/core'

type OnOffProps = {
  label: string
  about: string
  disabled: boolean
  checked: boolean
  onChange: (on: boolean) => void
}

/** A setting that is on or off, with what it does. */
export function OnOff({ label, about, disabled, checked, onChange }: OnOffProps) {
  return (
    <Switch
      size="sm"
      mb="sm"
      label={label}
      description={about}
      styles={{ description: { color: 'var(--mantine-color-text)' } }}
      disabled={disabled}
      checked={checked}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
  )
}
