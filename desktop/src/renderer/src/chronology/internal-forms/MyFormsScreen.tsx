import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { PersonScreen } from '../../people/PersonScreen.tsx'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { stepInList } from '../../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import classes from '../../submissions/work-list/work-list.module.css'
import { WorkTable } from '../../submissions/work-list/WorkTable.tsx'

const t = translator('en')

type Opened = { internalFormId: string; personId: string }

/** The unfinished forms that the officer began or changed last; J and K walk them, Enter opens one on its person. */
export function MyFormsScreen() {
  const api = useApi()
  const [opened, setOpened] = useState<Opened | undefined>(undefined)
  const [current, setCurrent] = useState<string | undefined>(undefined)
  const found = useQuery(api.internalForms.listMine.queryOptions())
  const forms = found.data?.forms ?? []
  const ids = forms.map(({ internalFormId }) => internalFormId)
  const open = (id: string | undefined) =>
    setOpened(forms.find(({ internalFormId }) => internalFormId === id))
  useScreenKeys({
    j: () => setCurrent(stepInList(ids, current, 1)),
    k: () => setCurrent(stepInList(ids, current, -1)),
    Enter: () => opened === undefined && open(current ?? ids[0]),
  })
  if (opened) {
    return (
      <PersonScreen
        personId={opened.personId}
        fillingFirst={opened.internalFormId}
        onBack={() => setOpened(undefined)}
      />
    )
  }
  return (
    <div className={classes.peopleScreen}>
      <div className={classes.bar}>
        <h1 className={classes.heading}>{t('filling.mineTitle')}</h1>
      </div>
      <div className={classes.scroll}>
        {found.error && <Failed error={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <Waiting what={t('filling.mineTitle')} />}
        {found.data && forms.length === 0 && (
          <Empty title={t('filling.mineNone')} hint={t('filling.mineNoneHint')} />
        )}
        {forms.length > 0 && (
          <WorkTable
            caption={t('filling.mineTitle')}
            rows={forms}
            idOf={(form) => form.internalFormId}
            nameOf={(form) => form.personName}
            nameHeading={t('people.column.name')}
            current={current}
            onOpen={open}
            columns={[
              { heading: t('filling.column.form'), cell: (form) => form.title },
              {
                heading: t('filling.column.kind'),
                cell: (form) => t(form.isAmendment ? 'filling.amendment' : 'filling.new'),
              },
              { heading: t('filling.column.changedBy'), cell: (form) => form.changedBy },
              { heading: t('filling.column.changedAt'), cell: (form) => momentInWords(form.changedAt) },
            ]}
          />
        )}
      </div>
    </div>
  )
}
