import { ExpertState } from '@send/shared/accounts/outside-experts'
import { lastDayBefore } from '@send/shared/values/plain-date'
import { useState } from 'react'

import { apiClient, useApi } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { When } from '../../submissions/work-list/When.tsx'
import type { Column } from '../../submissions/work-list/WorkTable.tsx'
import { FilterSelect } from '../FilterSelect.tsx'
import { ListFrame } from '../ListFrame.tsx'
import { usePages } from '../usePages.ts'
import { ExpertPane } from './ExpertPane.tsx'
import { expertName, expertShapes, t, type Expert } from './experts-words.ts'
import { InviteExpert } from './InviteExpert.tsx'

const columns: readonly Column<Expert>[] = [
  { heading: t('experts.column.child'), cell: ({ childName }) => childName },
  {
    heading: t('experts.column.state'),
    cell: ({ state }) => <StatusMark shape={expertShapes[state]} word={t(`experts.state.${state}`)} />,
  },
  {
    heading: t('experts.column.until'),
    cell: ({ accessEndsAt }) => dateInWords(lastDayBefore(new Date(accessEndsAt))),
  },
  { heading: t('experts.column.invitedBy'), cell: ({ invitedBy }) => invitedBy },
  { heading: t('experts.column.invited'), cell: ({ invitedAt }) => <When at={invitedAt} /> },
]

/** The outside experts, each invited for one child and one task; N invites another. */
export function ExpertsScreen() {
  const api = useApi()
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<ExpertState | undefined>(undefined)
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [isInviting, setIsInviting] = useState(false)
  const pages = usePages({
    typed,
    filterWith: (text) => ({ text, ...(state ? { state } : {}) }),
    queryKey: (filter) => api.organisationsAdmin.listExperts.queryKey(filter),
    load: (filter, after) => apiClient.organisationsAdmin.listExperts.query({ ...filter, ...after }),
    rowsOf: ({ experts }) => experts,
  })
  const shown = pages.rows?.find(({ invitationId }) => invitationId === opened)
  const isFiltered = typed.trim() !== '' || state !== undefined
  return (
    <>
      <ListFrame
        {...pages}
        title={t('experts.title')}
        filter={{ label: t('experts.filter'), value: typed, onChange: setTyped }}
        tools={
          <FilterSelect
            label={t('experts.column.state')}
            any={t('experts.state.any')}
            values={ExpertState.options}
            wordOf={(value) => t(`experts.state.${value}`)}
            value={state}
            onChange={setState}
          />
        }
        create={{ word: t('experts.new'), onCreate: () => setIsInviting(true) }}
        empty={
          isFiltered
            ? { title: t('experts.none'), hint: t('experts.noneHint') }
            : { title: t('experts.empty'), hint: t('experts.emptyHint') }
        }
        caption={t('experts.list')}
        idOf={({ invitationId }) => invitationId}
        nameOf={expertName}
        nameHeading={t('experts.column.expert')}
        columns={columns}
        opened={opened}
        onOpen={setOpened}
        choose={t('experts.choose')}
      >
        {shown && <ExpertPane key={shown.invitationId} expert={shown} />}
      </ListFrame>
      {isInviting && <InviteExpert onClose={() => setIsInviting(false)} onInvited={setOpened} />}
    </>
  )
}
