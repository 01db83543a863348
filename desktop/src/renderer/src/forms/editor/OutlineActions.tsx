import { Button, Menu } from '@mantine/core'
import { newQuestion } from '@send/shared/forms/new-form'
import { questionTypes, type QuestionType } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'

import { Fragment, memo, useState } from 'react'

import { FromBank } from '../bank/FromBank.tsx'
import classes from '../form-builder.module.css'
import { SelectionActions } from './SelectionActions.tsx'
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

/**
 * The buttons above the outline: what can be added, and what can be done to the selected item. Drawn anew only when
 * other things can be done.
 */
export const OutlineActions = memo(function OutlineActions({ actions, onAdded }: OutlineActionsProps) {
  const { addSection } = actions
  const [choosing, setChoosing] = useState(false)
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
        <TypeMenu
          onChosen={(type) => {
            actions.addQuestion(newQuestion(type))
            onAdded()
          }}
        />
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
      <SelectionActions actions={actions} />
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
})

/** Every type of question, under the headings of its kind. */
function TypeMenu({ onChosen }: { onChosen: (type: QuestionType) => void }) {
  return (
    <Menu.Dropdown className={classes.typeMenu}>
      {kinds.map((kind) => (
        <Fragment key={kind}>
          <Menu.Label>{t(`forms.kind.${kind}`)}</Menu.Label>
          {typesOf(kind).map((type) => (
            <Menu.Item key={type} fz="sm" py={4} onClick={() => onChosen(type)}>
              {t(`forms.type.${type}`)}
            </Menu.Item>
          ))}
        </Fragment>
      ))}
    </Menu.Dropdown>
  )
}
