import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useState, type RefObject } from 'react'

const t = translator('en')

export type Found = { id: string; name: string; hint: string }

type FindOneProps = {
  label: string
  chosen: Found | undefined
  typed: string
  found: readonly Found[] | undefined
  onType: (typed: string) => void
  onChoose: (chosen: Found | undefined) => void
  inputRef?: RefObject<HTMLInputElement | null>
}

/** A field that finds one person or user while its name is typed; an emptied field means everybody. */
export function FindOne({ label, chosen, typed, found, onType, onChoose, inputRef }: FindOneProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [isTyping, setTyping] = useState(false)
  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      onOptionSubmit={(id) => {
        onChoose(found?.find((each) => each.id === id))
        setTyping(false)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target>
        <InputBase
          ref={inputRef}
          size="xs"
          w={190}
          label={label}
          description={isTyping && found?.length === 0 ? t('audit.filter.nobodyFound') : undefined}
          descriptionProps={{ c: 'var(--mantine-color-text)' }}
          inputWrapperOrder={['label', 'input', 'description']}
          placeholder={t('audit.filter.typeToFind')}
          value={isTyping ? typed : (chosen?.name ?? '')}
          onChange={(event) => {
            const text = event.currentTarget.value
            setTyping(true)
            onType(text)
            if (text === '') onChoose(undefined)
            combobox.openDropdown()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
          onBlur={() => {
            setTyping(false)
            combobox.closeDropdown()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isTyping || !found?.length}>
        <Combobox.Options aria-label={label}>
          {found?.map(({ id, name, hint }) => (
            <Combobox.Option key={id} value={id}>
              {name} <small>{hint}</small>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
