import { Button, Menu } from '@mantine/core'
import { newQuestion } from '@send/shared/forms/new-form'
import { questionTypes, type QuestionType } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'

import { Fragment, useState } from 'react'

import { FromBank } from '../bank/FromBank.tsx'
import classes from '../form-builder.module.css'
import type { ItemActions } from './useItemActions.tsx'

const t = translator('en')

const kinds = ['text', 'choice', 'number', 'date', 'people', 'more', 'staff'] as const
type Kind = (typeof kinds)[number]

/** Under which heading of the menu each type is found. */
const kindOf = {
  shortText: 'text',
  longText: 'text',
  guidance: 'text',
  yesNo: 'choice',
  singleChoice: 'choice',
  multipleChoice: 'choice',
  lookup: 'choice',
  wholeNumber: 'number',
  decimal: 'number',
  money: 'number',
  date: 'date',
  partialDate: 'date',
  time: 'date',
  childDetails: 'people',
  personName: 'people',
  address: 'people',
  contactDetails: 'people',
  email: 'people',
  phone: 'people',
  nhsNumber: 'people',
  upn: 'people',
  file: 'more',
  declaration: 'more',
  calculated: 'number',
  group: 'more',
  personLookup: 'staff',
  baseLookup: 'staff',
  staffLookup: 'staff',
} satisfies Record<QuestionType, Kind>

function typesOf(kind: Kind): QuestionType[] {
  return questionTypes.filter((type) => kindOf[type] === kind)
}

type OutlineActionsProps = { actions: ItemActions; onAdded: () => void }

/** The buttons above the outline: what can be added, and what can be done to the selected item. */
export function OutlineActions({ actions, onAdded }: OutlineActionsProps) {
  const { move, duplicate, remove, addSection } = actions
  const [choosing, setChoosing] = useState(false)
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
        <Menu.Dropdown className={classes.typeMenu}>
          {kinds.map((kind) => (
            <Fragment key={kind}>
              <Menu.Label>{t(`forms.kind.${kind}`)}</Menu.Label>
              {typesOf(kind).map((type) => (
                <Menu.Item
                  key={type}
                  fz="sm"
                  py={4}
                  onClick={() => {
                    actions.addQuestion(newQuestion(type))
                    onAdded()
                  }}
                >
                  {t(`forms.type.${type}`)}
                </Menu.Item>
              ))}
            </Fragment>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="compact-xs" variant="default" onClick={() => setChoosing(true)}>
        {t('bank.add')}
      </Button>
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
      <Button
        size="compact-xs"
        variant="default"
        disabled={!addSection}
        onClick={() => {
          addSection?.()
          onAdded()
        }}
      >
        {t('outline.addSection')}
      </Button>
      <fieldset className={classes.itemActions} aria-label={t('forms.itemActions')}>
        <Button {...item} disabled={!move} onClick={() => move?.(-1)}>
          {t('forms.moveUp')}
        </Button>
        <Button {...item} disabled={!move} onClick={() => move?.(1)}>
          {t('forms.moveDown')}
        </Button>
        <Button {...item} disabled={!actions.moveIn} onClick={() => actions.moveIn?.()}>
          {t('outline.moveIn')}
        </Button>
        <Button {...item} disabled={!actions.moveOut} onClick={() => actions.moveOut?.()}>
          {t('outline.moveOut')}
        </Button>
        <Button {...item} disabled={!actions.cut} onClick={() => actions.cut?.()}>
          {t('outline.cut')}
        </Button>
        <Button {...item} disabled={!actions.copy} onClick={() => actions.copy?.()}>
          {t('outline.copy')}
        </Button>
        <Button {...item} disabled={!actions.paste} onClick={() => actions.paste?.()}>
          {t('outline.paste')}
        </Button>
        <Button {...item} disabled={!duplicate} onClick={() => duplicate?.()}>
          {t('forms.duplicate')}
        </Button>
        <Button {...item} disabled={!remove} onClick={() => remove?.()}>
          {t('forms.remove')}
        </Button>
      </fieldset>
      {choosing && (
        <FromBank
          onAdd={(question) => {
            setChoosing(false)
            actions.addQuestion(question)
            onAdded()
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  )
}
