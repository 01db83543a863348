import { translator } from '@send/shared/texts/translator'
import { useRef, type KeyboardEventHandler } from 'react'

import type { RowSelection } from './row-selection.ts'
import classes from './work-list.module.css'

const t = translator('en')

type SelectCellProps = {
  id: string
  name: string
  selection: RowSelection
  onKeyDown: KeyboardEventHandler<HTMLElement> | undefined
}

/** The tick box of a row; with Shift everything from the last one to this is selected. The keyboard selects on the row itself. */
export function SelectCell({ id, name, selection, onKeyDown }: SelectCellProps) {
  const withShift = useRef(false)
  return (
    <td className={classes.selectCell}>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t('casework.select', { name })}
        onKeyDown={onKeyDown}
        checked={selection.isSelected(id)}
        onClick={(event) => {
          withShift.current = event.shiftKey
        }}
        onChange={() => (withShift.current ? selection.extendTo(id) : selection.toggle(id))}
      />
    </td>
  )
}
