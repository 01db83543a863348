import { Group, Title } from '@mantine/core'
import { introduceUnmerge, namesOf } from '@send/shared/suspense/merging/describe-unmerge'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { bridge } from '../../bridge.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { SaveLog } from '../../suspense/undo/SaveLog.tsx'
import classes from './merging.module.css'
import { UnmergeSections } from './UnmergeSections.tsx'

const t = translator('en')

/** One entry of the log of unmerged records: what a breach report asks for. */
export function UnmergeLog({ unmergedPersonId }: { unmergedPersonId: string }) {
  const api = useApi()
  const found = useQuery(api.personMerges.getUnmerged.queryOptions({ unmergedPersonId }))
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting what={t('unmerge.log')} />
  const heading = t('unmerge.heading', namesOf(found.data.account))
  return (
    <article className={`${classes.sections} ${classes.log}`} aria-label={heading}>
      <div>
        <Title order={2} size="h5">
          {heading}
        </Title>
        {introduceUnmerge(found.data).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Group gap="xs">
        <SaveLog save={(reason) => bridge.personMerges.save({ unmergedPersonId, reason })} />
      </Group>
      <UnmergeSections account={found.data.account} tense="done" />
      <p>{t('unmerge.noCall')}</p>
    </article>
  )
}
