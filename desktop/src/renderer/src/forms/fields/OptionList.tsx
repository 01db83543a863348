import { ActionIcon, Button, Checkbox, Fieldset } from '@mantine/core'
import { mostOptions, newChoiceOption, type ChoiceOption } from '@send/shared/forms/questions/single-choice'
import { translator } from '@send/shared/texts/translator'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'

import { PictureSelect } from './PictureSelect.tsx'
import { TextPair } from './TextPair.tsx'
import classes from '../form-builder.module.css'

const t = translator('en')

type OptionListProps = {
  options: ChoiceOption[]
  onChange: (options: ChoiceOption[], field?: string) => void
}

/** The options to choose from; Enter in one goes on to the next, and behind the last adds another. */
export function OptionList({ options, onChange: change }: OptionListProps) {
  const [pictured, setPictured] = useState(() => options.some(({ picture }) => picture))
  const list = useRef<HTMLFieldSetElement>(null)

  function focusOption(index: number) {
    const row = list.current?.querySelectorAll<HTMLElement>('[data-option]')[index]
    row?.querySelector('input')?.focus()
  }
  function addOption() {
    if (options.length >= mostOptions) return
    // Drawn before the next key arrives, else a quick typist's first letters would stand in the option before.
    flushSync(() => change([...options, newChoiceOption()]))
    focusOption(options.length)
  }
  function showPictures(wanted: boolean) {
    setPictured(wanted)
    if (!wanted) change(options.map(withoutPicture))
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    const row = event.target.closest<HTMLElement>('[data-option]')
    const index = options.findIndex(({ value }) => value === row?.dataset.option)
    event.preventDefault()
    if (index === options.length - 1) addOption()
    else focusOption(index + 1)
  }
  return (
    <Fieldset legend={t('forms.options')} ref={list} p="xs" onKeyDown={onKeyDown}>
      {options.map((option, index) => {
        const number = index + 1
        const neighbours = [options[index - 1], options[index + 1]] as const
        const swap = (other: number, neighbour: ChoiceOption | undefined) =>
          neighbour && change(options.with(index, neighbour).with(other, option))
        return (
          <div key={option.value} data-option={option.value} className={classes.option}>
            <TextPair
              label={t('forms.option', { number })}
              value={option.label}
              onChange={(label, field) =>
                change(options.with(index, { ...option, label }), `${option.value}.${field}`)
              }
            />
            {pictured && (
              <PictureSelect
                number={number}
                option={option}
                onChange={(changed) => change(options.with(index, changed))}
              />
            )}
            <div className={classes.optionActions}>
              <ActionIcon
                variant="default"
                aria-label={t('forms.optionUp', { number })}
                disabled={!neighbours[0]}
                onClick={() => swap(index - 1, neighbours[0])}
              >
                <IconArrowUp aria-hidden size={14} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label={t('forms.optionDown', { number })}
                disabled={!neighbours[1]}
                onClick={() => swap(index + 1, neighbours[1])}
              >
                <IconArrowDown aria-hidden size={14} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label={t('forms.optionRemove', { number })}
                onClick={() => change(options.toSpliced(index, 1))}
              >
                <IconX aria-hidden size={14} />
              </ActionIcon>
            </div>
          </div>
        )
      })}
      <Button
        size="compact-xs"
        variant="default"
        disabled={options.length >= mostOptions}
        onClick={addOption}
      >
        {t('forms.addOption')}
      </Button>
      <Checkbox
        size="xs"
        mt="xs"
        label={t('forms.pictures')}
        description={t('forms.picturesHint')}
        checked={pictured}
        onChange={(event) => showPictures(event.currentTarget.checked)}
      />
    </Fieldset>
  )
}

function withoutPicture(option: ChoiceOption): ChoiceOption {
  const plain = { ...option }
  delete plain.picture
  return plain
}
