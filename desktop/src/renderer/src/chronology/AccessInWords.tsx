import { Title } from '@mantine/core'
import type { AccessList } from '@send/shared/accounts/access-list'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'

import { useApi } from '../api.ts'
import { accessInWords } from './access-words.ts'
import classes from './chronology.module.css'

const t = translator('en')

/** Who can see a form on the chronology, in words; groups have names only for those who build forms. */
export function AccessInWords({ accessList }: { accessList: AccessList }) {
  const api = useApi()
  const headingId = useId()
  const me = useQuery(api.accounts.me.queryOptions())
  // Asked only when it is allowed: a refusal would stand in the audit trail as an attempt.
  const mayName = me.data?.processes.includes('formBuilder') ?? false
  const subjects = useQuery(api.accounts.listAccessSubjects.queryOptions(undefined, { enabled: mayName }))
  const names = new Map((subjects.data?.groups ?? []).map((group) => [group.id, group.name]))
  return (
    <section aria-labelledby={headingId}>
      <Title id={headingId} order={3} size="h6" mt="xs">
        {t('chronology.access')}
      </Title>
      <ul className={classes.access}>
        {accessInWords(accessList, names).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}
