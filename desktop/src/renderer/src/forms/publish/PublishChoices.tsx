import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core'
import { listAsked } from '@send/shared/forms/answers'
import { listQuestions } from '@send/shared/forms/form-definition'
import type { PublishingProblem } from '@send/shared/forms/publishing-problems'
import type { PublishingWarning } from '@send/shared/forms/publishing-warnings'
import { translator } from '@send/shared/texts/translator'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Draft } from '../../../../main/forms/drafts.ts'
import { useApi } from '../../api.ts'
import type { OutlineItem } from '../editor/outline-items.ts'
import { ProblemList } from '../editor/ProblemList.tsx'
import classes from '../form-builder.module.css'
import { PublishWarnings } from './PublishWarnings.tsx'

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
  busy: boolean
  onOpenProblem: (where: string) => void
  onPublish: (live: boolean) => void
  onCancel: () => void
}

/** What the publication will be; problems stand in its way, warnings until they are confirmed. */
export function PublishChoices(props: PublishChoicesProps) {
  const { draft, problems, warnings, items, refused } = props
  const { definition, baseVersion } = draft
  const api = useApi()
  const listed = useQuery(api.forms.list.queryOptions({})).data?.forms
  const isLive = listed?.find(({ formId }) => formId === draft.formId)?.live ?? true
  const [chosen, setChosen] = useState<boolean | undefined>(undefined)
  const live = chosen ?? isLive
  const [confirmed, setConfirmed] = useState(false)
  const blocked = problems.length > 0
  const ready = !blocked && (warnings.length === 0 || confirmed)
  const contents = [
    t('forms.pageCount', { count: definition.pages.length }),
    t('forms.questionCount', { count: listAsked(listQuestions(definition)).length }),
  ]
  return (
    <Stack gap="sm">
      <Text size="sm">{t('forms.publishWill', { number: (baseVersion ?? 0) + 1 })}</Text>
      <dl className={classes.facts}>
        <dt>{t('forms.publishFor')}</dt>
        <dd>{t(`forms.audience.${definition.audience}`)}</dd>
        <dt>{t('forms.code')}</dt>
        <dd>{definition.code}</dd>
        <dt>{t('forms.publishContents')}</dt>
        <dd>{contents.join(', ')}</dd>
      </dl>
      <Radio.Group
        size="xs"
        label={t('forms.publishStatus')}
        value={live ? 'live' : 'notLive'}
        onChange={(value) => setChosen(value === 'live')}
      >
        <Stack gap={4} mt={4}>
          <Radio size="xs" value="live" label={t('forms.publishLive')} />
          <Radio size="xs" value="notLive" label={t('forms.publishNotLive')} />
        </Stack>
      </Radio.Group>
      {blocked && (
        <Alert variant="default" icon={<IconAlertTriangle aria-hidden />} title={t('forms.publishProblems')}>
          <ProblemList problems={problems} items={items} onOpen={props.onOpenProblem} />
        </Alert>
      )}
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
          onClick={() => props.onPublish(live)}
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
