import { SegmentedControl } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import classes from '../form-builder.module.css'
import type { InternalFilter, PortalFilter } from './listed-forms.ts'

const t = translator('en')

type FilterChoiceProps<Filter extends string> = {
  heading: string
  id: string
  label: string
  filters: readonly Filter[]
  filter: Filter
  onChange: (filter: Filter) => void
}

/** The heading of a list with the choice of what it shows. */
export function FilterChoice<Filter extends PortalFilter | InternalFilter>(props: FilterChoiceProps<Filter>) {
  return (
    <div className={classes.filterBar}>
      <h2 className={classes.listHeading} id={props.id}>
        {props.heading}
      </h2>
      <SegmentedControl
        size="xs"
        ml="auto"
        aria-label={props.label}
        value={props.filter}
        onChange={(value) => {
          const chosen = props.filters.find((filter) => filter === value)
          if (chosen) props.onChange(chosen)
        }}
        data={props.filters.map((value) => ({ value, label: t(`forms.filter.${value}`) }))}
      />
    </div>
  )
}
