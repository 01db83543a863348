import { ActionIcon } from '@mantine/core'
import type { TextKey } from '@send/shared/texts/translator'
import { translator } from '@send/shared/texts/translator'
import {
  IconArrowDown,
  IconArrowUp,
  IconClipboard,
  IconCopy,
  IconCopyPlus,
  IconCut,
  IconIndentDecrease,
  IconIndentIncrease,
  IconTrash,
  type Icon,
} from '@tabler/icons-react'

import classes from '../form-builder.module.css'
import type { ItemActions } from './useItemActions.tsx'

const t = translator('en')

type Act = { name: TextKey; icon: Icon; keys?: string; act: (() => void) | undefined }

/** What can be done to the selected parts, each as a picture that says its name and its keys. */
export function SelectionActions({ actions }: { actions: ItemActions }) {
  const { move, moveIn, moveOut, cut, copy, paste, duplicate, remove } = actions
  const acts: Act[] = [
    { name: 'forms.moveUp', icon: IconArrowUp, keys: 'Alt+↑', act: move && (() => move(-1)) },
    { name: 'forms.moveDown', icon: IconArrowDown, keys: 'Alt+↓', act: move && (() => move(1)) },
    { name: 'outline.moveIn', icon: IconIndentIncrease, keys: 'Alt+→', act: moveIn },
    { name: 'outline.moveOut', icon: IconIndentDecrease, keys: 'Alt+←', act: moveOut },
    { name: 'outline.cut', icon: IconCut, keys: 'Ctrl+X', act: cut },
    { name: 'outline.copy', icon: IconCopy, keys: 'Ctrl+C', act: copy },
    { name: 'outline.paste', icon: IconClipboard, keys: 'Ctrl+V', act: paste },
    { name: 'forms.duplicate', icon: IconCopyPlus, act: duplicate },
    { name: 'forms.remove', icon: IconTrash, keys: 'Del', act: remove },
  ]
  return (
    <fieldset className={classes.itemActions} aria-label={t('forms.itemActions')}>
      {acts.map(({ name, icon: Picture, keys, act }) => (
        <ActionIcon
          key={name}
          size={26}
          variant="default"
          aria-label={t(name)}
          title={keys ? t('outline.nameAndKeys', { name: t(name), keys }) : t(name)}
          disabled={!act}
          onClick={act}
        >
          <Picture aria-hidden size={16} />
        </ActionIcon>
      ))}
    </fieldset>
  )
}
