import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { AuditFilter } from '@send/shared/audit/audit-filter'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState, type RefObject } from 'react'

import { useApi } from '../api.ts'
import { dateInWords } from '../submissions/work-list/date-words.ts'
import { actionChoices, findUkDate } from './audit-words.ts'
import classes from './audit.module.css'
import { FindOne, type Found } from './FindOne.tsx'

const t = translator('en')

const fewestLetters = 2

/** The fields as they stand, names beside ids. */
export type AuditChoice = { child?: Found | undefined; user?: Found | undefined; rest: AuditFilter }

type AuditFiltersProps = {
  choice: AuditChoice
  onChange: (choice: AuditChoice) => void
  childBox: RefObject<HTMLInputElement | null>
}

/** What the list is narrowed to: a child, a user, an action, an outcome, days. */
export function AuditFilters({ choice, onChange, childBox }: AuditFiltersProps) {
  const { child, user, rest } = choice
  const narrow = (change: AuditFilter) => onChange({ ...choice, rest: { ...rest, ...change } })
  const [childTyped, setChildTyped, children] = useFoundPeople()
  const [userTyped, setUserTyped, users] = useFoundUsers()
  return (
    <search className={classes.filters} aria-label={t('audit.filters')}>
      <FindOne
        label={t('audit.filter.child')}
        chosen={child}
        typed={childTyped}
        found={children}
        onType={setChildTyped}
        onChoose={(found) => onChange({ ...choice, child: found })}
        inputRef={childBox}
      />
      <FindOne
        label={t('audit.filter.user')}
        chosen={user}
        typed={userTyped}
        found={users}
        onType={setUserTyped}
        onChoose={(found) => onChange({ ...choice, user: found })}
      />
      <NativeSelect
        size="xs"
        label={t('audit.filter.action')}
        value={rest.action ?? ''}
        data={[{ value: '', label: t('audit.filter.anyAction') }, ...actionChoices]}
        onChange={(event) => narrow({ action: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        size="xs"
        label={t('audit.filter.outcome')}
        value={rest.outcome ?? ''}
        data={[
          { value: '', label: t('audit.filter.anyOutcome') },
          { value: 'done', label: t('audit.outcome.done') },
          { value: 'refused', label: t('audit.outcome.refused') },
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget
          narrow({ outcome: value === 'done' || value === 'refused' ? value : undefined })
        }}
      />
      <DayField label={t('audit.filter.from')} onChange={(from) => narrow({ from })} />
      <DayField label={t('audit.filter.to')} onChange={(to) => narrow({ to })} />
      <Button size="xs" variant="default" onClick={() => onChange({ rest: {} })}>
        {t('audit.filter.clear')}
      </Button>
    </search>
  )
}

/** A day as people in the United Kingdom write it; what is not a day yet narrows nothing. */
function DayField({ label, onChange }: { label: string; onChange: (day: string | undefined) => void }) {
  const [typed, setTyped] = useState('')
  const wrong = typed.trim().length >= 8 && findUkDate(typed) === undefined
  return (
    <TextInput
      size="xs"
      w={110}
      label={label}
      placeholder={t('audit.filter.dateHint')}
      value={typed}
      error={wrong ? t('audit.filter.dateWrong') : undefined}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        onChange(findUkDate(text))
      }}
    />
  )
}

function useFoundPeople() {
  const api = useApi()
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed.trim(), 200)
  const enabled = query.length >= fewestLetters
  const { data } = useQuery(api.audit.findPeople.queryOptions({ query }, { enabled }))
  const found = data?.people.map(({ personId: id, givenNames, familyName, dateOfBirth }) => ({
    id,
    name: `${givenNames} ${familyName}`,
    hint: dateInWords(dateOfBirth),
  }))
  return [typed, setTyped, enabled ? found : undefined] as const
}

function useFoundUsers() {
  const api = useApi()
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed.trim(), 200)
  const enabled = query.length >= fewestLetters
  const { data } = useQuery(api.audit.findUsers.queryOptions({ query }, { enabled }))
  const found = data?.users.map(({ userId: id, name, email: hint }) => ({ id, name, hint }))
  return [typed, setTyped, enabled ? found : undefined] as const
}
