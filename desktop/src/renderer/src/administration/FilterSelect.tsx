import { NativeSelect } from '@mantine/core'

type FilterSelectProps<Value extends string> = {
  label: string
  /** The words of "no filter". */
  any: string
  values: readonly Value[]
  wordOf: (value: Value) => string
  value: Value | undefined
  onChange: (value: Value | undefined) => void
}

/** A filter of a list: one of a few values, or any. */
export function FilterSelect<Value extends string>(props: FilterSelectProps<Value>) {
  const { values, value, onChange } = props
  return (
    <NativeSelect
      size="xs"
      aria-label={props.label}
      value={value ?? ''}
      data={[
        { value: '', label: props.any },
        ...values.map((known) => ({ value: known, label: props.wordOf(known) })),
      ]}
      onChange={(event) => onChange(values.find((known) => known === event.currentTarget.value))}
    />
  )
}
