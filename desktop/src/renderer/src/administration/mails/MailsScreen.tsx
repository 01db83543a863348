import type { MailKind } from '@send/shared/mail/mail-lifecycle'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import { useApi } from '../../api.ts'
import { NewsBar } from '../../submissions/work-list/NewsBar.tsx'
import { neighbourOf } from '../../submissions/work-list/steady-list.ts'
import { useSteadyList } from '../../submissions/work-list/useSteadyList.ts'
import { When } from '../../submissions/work-list/When.tsx'
import type { Column } from '../../submissions/work-list/WorkTable.tsx'
import { ListFrame } from '../ListFrame.tsx'
import { MailCard } from './MailCard.tsx'
import { MailFilters, type Shown } from './MailFilters.tsx'
import { aboutInWords, nameOf, t, type FailedMail } from './mails-words.ts'

const columns: readonly Column<FailedMail>[] = [
  { heading: t('mails.address'), cell: ({ address }) => address },
  { heading: t('mails.kind'), cell: ({ kind }) => t(`mails.kind.${kind}`) },
  { heading: t('mails.about'), cell: ({ about }) => aboutInWords(about) },
  { heading: t('mails.why'), cell: ({ failure }) => t(`mails.failure.${failure}`) },
  { heading: t('mails.when'), cell: ({ settledAt }) => <When at={settledAt} /> },
]

/** The e-mails that did not arrive, why, and what staff do about them. */
export function MailsScreen() {
  const [shown, setShown] = useState<Shown>('waiting')
  return <MailList key={shown} shown={shown} onShow={setShown} />
}

type MailListProps = { shown: Shown; onShow: (shown: Shown) => void }

function MailList({ shown, onShow }: MailListProps) {
  const api = useApi()
  const mayAct = useMay('portalAdministration', 'write')
  const input = { dealtWith: shown === 'dealtWith' }
  const list = useQuery(api.mails.listFailed.queryOptions(input, { refetchInterval: 15_000 }))
  const steady = useSteadyList(list.data?.mails, list.isFetchedAfterMount, ({ mailId }) => mailId)
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<MailKind | undefined>(undefined)
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const wanted = typed.trim().toLowerCase()
  const rows = steady.rows?.filter(
    (mail) =>
      (kind === undefined || mail.kind === kind) &&
      `${nameOf(mail)} ${mail.address}`.toLowerCase().includes(wanted),
  )
  const mail = rows?.find(({ mailId }) => mailId === opened)
  function openNext(doneId: string) {
    const ids = (rows ?? []).map(({ mailId }) => mailId)
    setOpened(neighbourOf(ids, doneId))
    steady.showNewest()
  }
  const isFiltered = wanted !== '' || kind !== undefined
  return (
    <ListFrame
      title={t('mails.title')}
      filter={{ label: t('mails.filter'), value: typed, onChange: setTyped }}
      tools={<MailFilters kind={kind} onKind={setKind} shown={shown} onShow={onShow} />}
      keysInWords={t(mayAct ? 'mails.keys' : 'casework.keys')}
      notice={<NewsBar change={steady.change} onShow={steady.showNewest} />}
      rows={rows}
      error={list.error}
      onRetry={() => void list.refetch()}
      empty={emptyOf(isFiltered, shown)}
      caption={t('mails.list')}
      idOf={({ mailId }) => mailId}
      nameOf={nameOf}
      nameHeading={t('mails.who')}
      columns={columns}
      opened={mail?.mailId}
      onOpen={setOpened}
      choose={t('mails.choose')}
    >
      {mail && (
        <MailCard key={mail.mailId} mail={mail} mayAct={mayAct} onDone={() => openNext(mail.mailId)} />
      )}
    </ListFrame>
  )
}

function emptyOf(isFiltered: boolean, shown: Shown): { title: string; hint: string } {
  if (isFiltered) return { title: t('casework.nothingFiltered'), hint: t('casework.nothingFilteredHint') }
  return shown === 'waiting'
    ? { title: t('mails.empty'), hint: t('mails.emptyHint') }
    : { title: t('mails.emptyDealtWith'), hint: t('mails.emptyDealtWithHint') }
}
