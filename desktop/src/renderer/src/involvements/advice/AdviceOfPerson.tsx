import { Button, Group, Title } from '@mantine/core'
import { dateInLondon } from '@send/shared/values/plain-date'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import { useApi } from '../../api.ts'
import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { useNow } from '../../submissions/work-list/useNow.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import classes from './advice.module.css'
import { summaryInWords, t } from './advice-words.ts'
import { AdviceRow } from './AdviceRow.tsx'
import { AskForAdvice } from './AskForAdvice.tsx'
import { WithdrawAdvice } from './WithdrawAdvice.tsx'

type AdviceOfPersonProps = { person: { personId: string; name: string }; onLeave: () => void }

/** The requests for advice about a child; N asks for more, and one that waits can be withdrawn. */
export function AdviceOfPerson({ person, onLeave }: AdviceOfPersonProps) {
  const api = useApi()
  const today = dateInLondon(useNow())
  const mayShare = useMay('share', 'write')
  const { personId } = person
  const found = useQuery(api.advice.listOfPerson.queryOptions({ personId }))
  const [isAsking, setIsAsking] = useState(false)
  const [withdrawing, setWithdrawing] = useState<string | undefined>(undefined)
  useScreenKeys({ n: () => mayShare && setIsAsking(true), Escape: onLeave })
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting what={t('adviceOfPerson.title')} />
  const { requests } = found.data
  // As it stands now, also while the question is open.
  const asked = requests.find(({ adviceRequestId }) => adviceRequestId === withdrawing)
  return (
    <section aria-label={t('adviceOfPerson.title')}>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('adviceOfPerson.title')}
        </Title>
        {mayShare && (
          <Button size="xs" title={t('adviceOfPerson.askKey')} onClick={() => setIsAsking(true)}>
            {t('adviceOfPerson.ask')}
          </Button>
        )}
      </Group>
      {requests.length === 0 ? (
        <Empty title={t('adviceOfPerson.empty')} hint={t('adviceOfPerson.emptyHint')} />
      ) : (
        <table className={classes.table} aria-label={t('adviceOfPerson.list')}>
          <caption>{summaryInWords(requests, today)}</caption>
          <thead>
            <tr>
              {(['state', 'asked', 'form', 'askedOn', 'due', 'act'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`adviceOfPerson.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {requests.map((advice) => (
              <AdviceRow
                key={advice.adviceRequestId}
                advice={advice}
                today={today}
                mayWithdraw={mayShare}
                onWithdraw={() => setWithdrawing(advice.adviceRequestId)}
              />
            ))}
          </tbody>
        </table>
      )}
      {isAsking && <AskForAdvice person={person} onClose={() => setIsAsking(false)} />}
      {asked && <WithdrawAdvice advice={asked} onClose={() => setWithdrawing(undefined)} />}
    </section>
  )
}
