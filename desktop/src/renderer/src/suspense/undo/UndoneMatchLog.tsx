import { Button, Group, Title } from '@mantine/core'
import {
  countExposure,
  headingOf,
  introduceUndone,
  sayTakenBack,
} from '@send/shared/suspense/describe-undone-match'
import { translator } from '@send/shared/texts/translator'
import { useMutation, useQuery } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { bridge } from '../../bridge.ts'
import { showFailure } from '../../show-failure.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { ExposedForms } from './ExposedForms.tsx'
import { ExposedPortalUsers } from './ExposedPortalUsers.tsx'
import { ExposedStaff } from './ExposedStaff.tsx'
import { SaveLog } from './SaveLog.tsx'
import classes from './undo.module.css'

const t = translator('en')

type UndoneMatchLogProps = {
  undoneMatchId: string
  /** Within a dialog the page behind would be printed with it, so there it is not offered. */
  mayPrint?: boolean
}

/** One entry of the log of undone matches: what a breach report asks for. */
export function UndoneMatchLog({ undoneMatchId, mayPrint = false }: UndoneMatchLogProps) {
  const api = useApi()
  const found = useQuery(api.undoneMatches.get.queryOptions({ undoneMatchId }))
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting what={t('undone.title')} />
  const { exposure } = found.data
  return (
    <article className={`${classes.sections} ${classes.log}`} aria-label={headingOf(exposure)}>
      <div>
        <Title order={2} size="h5">
          {headingOf(exposure)}
        </Title>
        {introduceUndone(found.data).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Group gap="xs" data-no-print>
        {mayPrint && <PrintLog undoneMatchId={undoneMatchId} />}
        <SaveLog save={(reason) => bridge.undoneMatches.save({ undoneMatchId, reason })} />
      </Group>
      <Sentences title={t('undone.counts')} lines={countExposure(exposure)} />
      <Sentences title={t('undone.takenBack')} lines={sayTakenBack(found.data)} />
      <ExposedForms exposure={exposure} />
      <ExposedPortalUsers exposure={exposure} />
      <ExposedStaff exposure={exposure} />
      <p>{t('undone.noCall')}</p>
    </article>
  )
}

function Sentences({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

/** Prints only what the audit trail has taken note of. */
function PrintLog({ undoneMatchId }: { undoneMatchId: string }) {
  const api = useApi()
  const record = useMutation(
    api.undoneMatches.recordPrint.mutationOptions({ onSuccess: () => window.print(), onError: showFailure }),
  )
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={record.isPending}
      onClick={() => record.mutate({ undoneMatchId })}
    >
      {t('undone.print')}
    </Button>
  )
}
