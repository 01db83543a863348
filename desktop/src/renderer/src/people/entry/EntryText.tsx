import { Button, TextInput } from '@mantine/core'
import type { EntryField } from '@send/shared/people/person-entry'
import { translator } from '@send/shared/texts/translator'

import { personName } from '../person-words.ts'
import type { EntryState } from './usePersonEntry.ts'

const t = translator('en')

type EntryTextProps = {
  state: EntryState
  field: Exclude<EntryField, 'sex' | 'schoolId'>
  label: string
  hint?: string | undefined
  /** Two stand side by side, unless one has more to say. */
  isWide?: boolean
  isDate?: boolean
  isFirst?: boolean
  onOpenPerson?: ((personId: string) => void) | undefined
}

/** One detail of a person, with what is wrong with it, and who has it already. */
export function EntryText({
  state,
  field,
  label,
  hint,
  isWide,
  isDate,
  isFirst,
  onOpenPerson,
}: EntryTextProps) {
  const problem = state.problemOf(field)
  const holder = state.holderOf(field)
  const name = holder && personName(holder)
  return (
    <div>
      <TextInput
        size="xs"
        w={isWide ? 440 : 214}
        {...(isDate
          ? { type: 'date', max: state.today }
          : { maxLength: 250, autoComplete: 'off', spellCheck: false })}
        data-autofocus={isFirst || undefined}
        label={label}
        descriptionProps={{ c: 'var(--mantine-color-text)' }}
        description={hint}
        error={name ? t('personEntry.taken', { name }) : problem && t(`personEntry.problem.${problem}`)}
        value={state.entry[field]}
        onChange={(event) => state.set({ [field]: event.currentTarget.value })}
        onBlur={() => state.leave(field)}
      />
      {holder && name && onOpenPerson && (
        <Button size="compact-xs" variant="default" mt={4} onClick={() => onOpenPerson(holder.personId)}>
          {t('personEntry.openHolder', { name })}
        </Button>
      )}
    </div>
  )
}
