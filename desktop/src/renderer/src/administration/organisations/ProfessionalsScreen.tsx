import { verificationStates, type VerificationState } from '@send/shared/accounts/professional-verification'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { apiClient, useApi, type RouterOutputs } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import type { Column } from '../../submissions/work-list/WorkTable.tsx'
import { FilterSelect } from '../FilterSelect.tsx'
import { ListFrame } from '../ListFrame.tsx'
import { usePages } from '../usePages.ts'
import own from './organisations.module.css'
import { ProfessionalPane } from './ProfessionalPane.tsx'
import { UnverifyMany } from './UnverifyMany.tsx'
import { verificationShapes } from './verification-words.ts'

const t = translator('en')

type Item = RouterOutputs['organisationsAdmin']['listProfessionals']['professionals'][number]

const columns: readonly Column<Item>[] = [
  {
    heading: t('pros.column.state'),
    cell: ({ verification }) => (
      <StatusMark shape={verificationShapes[verification]} word={t(`pros.state.${verification}`)} />
    ),
  },
  { heading: t('pros.column.until'), cell: ({ expiresAt }) => dateInWords(expiresAt) },
  {
    heading: t('pros.column.organisations'),
    cell: ({ organisations }) => organisations.join(', ') || '—',
  },
  { heading: t('pros.column.email'), cell: ({ email }) => email },
  { heading: t('pros.column.registered'), cell: ({ registeredAt }) => dateInWords(registeredAt) },
]

/** Professionals with an account: verify them one by one; X chooses verified ones to un-verify together. */
export function ProfessionalsScreen() {
  const api = useApi()
  const [typed, setTyped] = useState('')
  const [verification, setVerification] = useState<VerificationState | undefined>(undefined)
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const pages = usePages({
    typed,
    filterWith: (text) => ({ text, ...(verification ? { verification } : {}) }),
    queryKey: (filter) => api.organisationsAdmin.listProfessionals.queryKey(filter),
    load: (filter, after) => apiClient.organisationsAdmin.listProfessionals.query({ ...filter, ...after }),
    rowsOf: ({ professionals }) => professionals,
  })
  const rows = pages.rows ?? []
  const ids = rows.map(({ userId }) => userId)
  const choosable = new Set(rows.filter((row) => row.verification === 'verified').map(({ userId }) => userId))
  // Whom a filter hides is not un-verified unseen.
  const chosenIds = ids.filter((id) => chosen.has(id) && choosable.has(id))
  function choose(userId: string | undefined) {
    if (userId === undefined || !choosable.has(userId)) return
    const next = new Set(chosen)
    if (!next.delete(userId)) next.add(userId)
    setChosen(next)
  }
  const isFiltered = typed.trim() !== '' || verification !== undefined
  const choice: Column<Item> = {
    heading: t('pros.column.select'),
    cell: ({ userId, name }) =>
      choosable.has(userId) ? (
        <input
          type="checkbox"
          className={own.choose}
          aria-label={t('pros.chooseOne', { name })}
          checked={chosen.has(userId)}
          onChange={() => choose(userId)}
        />
      ) : null,
  }
  return (
    <ListFrame
      {...pages}
      title={t('pros.title')}
      filter={{ label: t('pros.filter'), value: typed, onChange: setTyped }}
      tools={
        <>
          <FilterSelect
            label={t('pros.verification')}
            any={t('pros.state.any')}
            values={verificationStates}
            wordOf={(value) => t(`pros.state.${value}`)}
            value={verification}
            onChange={setVerification}
          />
          <UnverifyMany userIds={chosenIds} onDone={() => setChosen(new Set())} />
        </>
      }
      keysInWords={t('portalUsers.keys')}
      keys={{ x: () => choose(opened) }}
      empty={
        isFiltered
          ? { title: t('pros.none'), hint: t('pros.noneHint') }
          : { title: t('pros.empty'), hint: t('pros.emptyHint') }
      }
      caption={t('pros.list')}
      idOf={({ userId }) => userId}
      nameOf={({ name }) => name}
      nameHeading={t('pros.column.name')}
      columns={[choice, ...columns]}
      opened={opened}
      onOpen={setOpened}
      choose={t('pros.choose')}
    >
      {opened && <ProfessionalPane key={opened} userId={opened} />}
    </ListFrame>
  )
}
