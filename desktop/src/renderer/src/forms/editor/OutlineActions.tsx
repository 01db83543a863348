import { Button, Menu } from '@mantine/core'
import { questionTypes } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'

import classes from '../form-builder.module.css'
import type { ItemActions } from './useItemActions.tsx'

const t = translator('en')

/** The buttons above the outline: what can be added, and what can be done to the selected item. */
export function OutlineActions({ actions, onAdded }: { actions: ItemActions; onAdded: () => void }) {
  const { move, duplicate, remove } = actions
  const item = { size: 'compact-xs', variant: 'default' } as const
  return (
    <div className={classes.outlineActions}>
      <Menu
        position="bottom-start"
        transitionProps={{ duration: 0 }}
        returnFocus={false}
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button size="compact-xs">{t('forms.addQuestion')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {questionTypes.map((type) => (
            <Menu.Item
              key={type}
              fz="sm"
              onClick={() => {
                actions.addQuestion(type)
                onAdded()
              }}
            >
              {t(`forms.type.${type}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          actions.addPage()
          onAdded()
        }}
      >
        {t('forms.addPage')}
      </Button>
      <fieldset className={classes.itemActions} aria-label={t('forms.itemActions')}>
        <Button {...item} disabled={!move} onClick={() => move?.(-1)}>
          {t('forms.moveUp')}
        </Button>
        <Button {...item} disabled={!move} onClick={() => move?.(1)}>
          {t('forms.moveDown')}
        </Button>
        <Button {...item} disabled={!duplicate} onClick={() => duplicate?.()}>
          {t('forms.duplicate')}
        </Button>
        <Button {...item} disabled={!remove} onClick={() => remove?.()}>
          {t('forms.remove')}
        </Button>
      </fieldset>
    </div>
  )
}
