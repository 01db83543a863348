import { Alert, Button, Progress, Radio, Stack, Text } from '@mantine/core'
import type { VersionImpact } from '@send/shared/forms/versions/publish-impact'
import { translator } from '@send/shared/texts/translator'

import classes from '../form-builder.module.css'
import own from './publish.module.css'
import type { usePublishImpact } from './usePublishImpact.ts'

const t = translator('en')

type PublishImpactProps = ReturnType<typeof usePublishImpact> & {
  nextVersion: number
  askOnlyChanged: readonly number[]
  onChange: (askOnlyChanged: number[]) => void
}

/** What publishing would do to the forms in progress, version by version, and the choice for each. */
export function PublishImpact({ counting, progress, ...props }: PublishImpactProps) {
  const { counted, total } = progress
  return (
    <section aria-labelledby="impact-heading">
      <h3 className={classes.paneHeading} id="impact-heading">
        {t('impact.heading')}
      </h3>
      {counting.isPending && !counting.error && (
        <output className={own.counting}>
          <Text size="sm">{t('impact.counting', { counted, total })}</Text>
          <Progress
            value={total === 0 ? 0 : (100 * counted) / total}
            aria-label={t('impact.counting', { counted, total })}
          />
        </output>
      )}
      {counting.error && (
        <Alert variant="default" role="alert" title={t('impact.failed')}>
          <Text size="sm" mb="xs">
            {counting.error.message} {t('impact.failedHint')}
          </Text>
          <Button size="xs" variant="default" onClick={() => void counting.refetch()}>
            {t('casework.retry')}
          </Button>
        </Alert>
      )}
      {counting.data && (
        <Stack gap="sm">
          {counting.data.waiting > 0 && (
            <Text size="sm">{t('impact.waiting', { count: counting.data.waiting })}</Text>
          )}
          {counting.data.impacts.length === 0 && <Text size="sm">{t('impact.none')}</Text>}
          {counting.data.impacts.map((impact) => (
            <OfVersion key={impact.version} impact={impact} {...props} />
          ))}
        </Stack>
      )}
    </section>
  )
}

type OfVersionProps = Omit<PublishImpactProps, 'counting' | 'progress'> & { impact: VersionImpact }

function OfVersion({ impact, nextVersion, askOnlyChanged, onChange }: OfVersionProps) {
  const { version, inProgress, unharmed, questions } = impact
  const others = askOnlyChanged.filter((number) => number !== version)
  return (
    <Radio.Group
      className={own.impact}
      size="xs"
      label={t('impact.version', { number: version, count: inProgress })}
      value={askOnlyChanged.includes(version) ? 'askOnlyChanged' : 'finishOld'}
      onChange={(value) => onChange(value === 'askOnlyChanged' ? [...others, version] : others)}
    >
      <Text size="sm">{unharmedInWords(unharmed, inProgress)}</Text>
      {questions.length > 0 && <TouchedAnswers questions={questions} />}
      <Stack gap={4} mt={4}>
        <Radio
          size="xs"
          value="finishOld"
          label={t('impact.finishOld', { number: version })}
          description={t('impact.finishOldHint')}
        />
        <Radio
          size="xs"
          value="askOnlyChanged"
          label={t('impact.askOnlyChanged')}
          description={t('impact.askOnlyChangedHint', { number: nextVersion })}
        />
      </Stack>
    </Radio.Group>
  )
}

function unharmedInWords(unharmed: number, total: number): string {
  if (unharmed === total) return t('impact.allUnharmed')
  return unharmed === 0 ? t('impact.noneUnharmed') : t('impact.unharmed', { count: unharmed, total })
}

function TouchedAnswers({ questions }: Pick<VersionImpact, 'questions'>) {
  return (
    <table className={classes.accessTable}>
      <caption className={own.caption}>{t('impact.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('impact.question')}</th>
          <th scope="col">{t('impact.lost')}</th>
          <th scope="col">{t('impact.noLongerValid')}</th>
        </tr>
      </thead>
      <tbody>
        {questions.map(({ questionId, wording, lost, noLongerValid }) => (
          <tr key={questionId}>
            <th scope="row">{wording || t('forms.noWording')}</th>
            <td>{lost}</td>
            <td>{noLongerValid}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
