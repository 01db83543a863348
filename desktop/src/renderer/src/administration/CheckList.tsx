import { Checkbox, Stack, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import classes from './administration.module.css'

const t = translator('en')

type CheckListProps = {
  legend: string
  items: readonly { id: string; name: string; hint?: string | undefined }[]
  checked: readonly string[]
  disabled: boolean
  onChange: (checked: string[]) => void
}

/** A list of names to tick. */
export function CheckList({ legend, items, checked, disabled, onChange }: CheckListProps) {
  return (
    <fieldset className={classes.checks}>
      <legend>{legend}</legend>
      {items.length === 0 && <Text size="sm">{t('users.none')}</Text>}
      <Stack gap={6}>
        {items.map(({ id, name, hint }) => (
          <Checkbox
            key={id}
            size="sm"
            label={hint ? `${name} · ${hint}` : name}
            disabled={disabled}
            checked={checked.includes(id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...checked, id] : checked.filter((each) => each !== id))
            }
          />
        ))}
      </Stack>
    </fieldset>
  )
}
