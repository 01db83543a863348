import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { listAsked } from '@send/shared/forms/answers'
import { areDatesInOrder } from '@send/shared/forms/form-lifecycle'
import { listQuestions } from '@send/shared/forms/form-definition'
import type { PublishingProblem } from '@send/shared/forms/publishing-problems'
import type { PublishingWarning } from '@send/shared/forms/publishing-warnings'
import { translator } from '@send/shared/texts/translator'
import { dateInLondon } from '@send/shared/values/plain-date'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

import type { Draft } from '../../../../main/forms/drafts.ts'
import { useApi } from '../../api.ts'
import type { OutlineItem } from '../editor/outline-items.ts'
import type { ListedForm } from '../list/listed-forms.ts'
import { ProblemList } from '../editor/ProblemList.tsx'
import own from './publish.module.css'
import { PublishImpact } from './PublishImpact.tsx'
import { PublishTiming, type Timing } from './PublishTiming.tsx'
import { PublishWarnings } from './PublishWarnings.tsx'
import { usePublishImpact } from './usePublishImpact.ts'
import type { Publication } from './usePublishForm.ts'

const t = translator('en')

type PublishChoicesProps = {
  draft: Draft
  problems: readonly PublishingProblem[]
  /** Seen and confirmed they no longer hold anything up. */
  warnings: readonly PublishingWarning[]
  items: readonly OutlineItem[]
  /** What the server found wrong besides. */
  refused: readonly PublishingProblem[]
  error: { message: string } | null
  /** The check of accessibility, once nothing else stands in the way; it ends with `passed`. */
  gate: ReactNode
  passed: boolean
  busy: boolean
  onOpenProblem: (where: string) => void
  onPublish: (publication: Publication) => void
  onCancel: () => void
}

/** What the publication will be; problems stand in its way, warnings until they are confirmed. */
export function PublishChoices(props: PublishChoicesProps) {
  const { draft, problems, warnings, items, refused } = props
  const { definition, baseVersion } = draft
  const api = useApi()
  const listed = useQuery(api.forms.list.queryOptions({})).data?.forms
  const form = listed?.find(({ formId }) => formId === draft.formId)
  const internal = definition.family === 'internal'
  const [chosen, setChosen] = useState<Timing | undefined>(undefined)
  const timing = chosen ?? timingOf(form)
  const [askOnlyChanged, setAskOnlyChanged] = useState<number[]>([])
  const hasImpact = baseVersion !== null && !internal
  const impact = usePublishImpact(draft.formId, definition, hasImpact && problems.length === 0)
  const [confirmed, setConfirmed] = useState(false)
  const blocked = problems.length > 0
  const isTimed = internal ? timing.effectiveFrom !== '' : areDatesInOrder(timing.dates)
  const isCounted = !hasImpact || !impact.counting.isFetching
  const isSettled = isTimed && isCounted && props.passed
  const ready = !blocked && isSettled && (warnings.length === 0 || confirmed)
  const contents = [
    t('forms.pageCount', { count: definition.pages.length }),
    t('forms.questionCount', { count: listAsked(listQuestions(definition)).length }),
  ]
  return (
    <Stack gap="sm">
      <Text size="sm">{t('forms.publishWill', { number: (baseVersion ?? 0) + 1 })}</Text>
      <dl className={own.facts}>
        <dt>{t('forms.publishFor')}</dt>
        <dd>{internal ? t('forms.family.internal') : t(`forms.audience.${definition.audience}`)}</dd>
        <dt>{t('forms.code')}</dt>
        <dd>{definition.code}</dd>
        <dt>{t('forms.publishContents')}</dt>
        <dd>{contents.join(', ')}</dd>
      </dl>
      <PublishTiming
        internal={internal}
        timing={timing}
        // Not the button that closes: Enter would leave before the check is over.
        holdsFocus={!ready && warnings.length === 0}
        onChange={setChosen}
      />
      {hasImpact && !blocked && (
        <PublishImpact
          {...impact}
          nextVersion={baseVersion + 1}
          askOnlyChanged={askOnlyChanged}
          onChange={setAskOnlyChanged}
        />
      )}
      {blocked && (
        <Alert variant="default" icon={<IconAlertTriangle aria-hidden />} title={t('forms.publishProblems')}>
          <ProblemList problems={problems} items={items} onOpen={props.onOpenProblem} />
        </Alert>
      )}
      {!blocked && props.gate}
      {!blocked && warnings.length > 0 && (
        <PublishWarnings
          warnings={warnings}
          items={items}
          confirmed={confirmed}
          onConfirm={setConfirmed}
          onOpen={props.onOpenProblem}
        />
      )}
      {!blocked && refused.length > 0 && (
        <Alert color="red" role="alert" title={t('forms.publishRefused')}>
          <ProblemList problems={refused} items={items} onOpen={props.onOpenProblem} />
        </Alert>
      )}
      {props.error && (
        <Alert color="red" role="alert" title={t('forms.publishFailed')}>
          {props.error.message}
        </Alert>
      )}
      <Group gap="sm">
        <Button
          size="xs"
          data-autofocus={ready || undefined}
          disabled={!ready}
          loading={props.busy}
          onClick={() => props.onPublish({ timing, internal, askOnlyChanged })}
        >
          {t('forms.publishNow')}
        </Button>
        <Button size="xs" variant="default" disabled={props.busy} onClick={props.onCancel}>
          {t('casework.cancel')}
        </Button>
      </Group>
    </Stack>
  )
}

/** As the form stands; a new one is Live at once. */
function timingOf(form: ListedForm | undefined): Timing {
  const { live = true, liveFrom = null, liveUntil = null } = form ?? {}
  return { live, dates: { liveFrom, liveUntil }, effectiveFrom: dateInLondon(new Date()) }
}
