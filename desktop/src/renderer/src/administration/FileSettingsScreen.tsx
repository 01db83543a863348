import { Alert, Checkbox, Text } from '@mantine/core'
import { FileSettings } from '@send/shared/submissions/file-settings'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useMay } from '../accounts/useMay.ts'
import { apiClient, useApi, type RouterOutputs } from '../api.ts'
import { Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import list from '../submissions/work-list/work-list.module.css'
import classes from './administration.module.css'
import { FileLimits } from './FileLimits.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { UnsavedChange } from './UnsavedChange.tsx'
import { useUndoableChange } from './useUndoableChange.ts'

const t = translator('en')

type Answered = RouterOutputs['files']['getSettings']

/** What the authority settles about the files that people send. */
export function FileSettingsScreen() {
  const api = useApi()
  const settings = useQuery(api.files.getSettings.queryOptions())
  const mayChange = useMay('portalAdministration', 'write')
  return (
    <div className={list.pane}>
      <h1 className={list.heading}>{t('fileSettings.title')}</h1>
      <Text size="sm" my="xs" maw={720}>
        {t('fileSettings.intro')}
      </Text>
      {settings.error && <Failed error={settings.error} onRetry={() => void settings.refetch()} />}
      {!settings.data && !settings.error && <Waiting what={t('fileSettings.title')} />}
      {settings.data && (
        <div className={classes.columns}>
          <SettingsCard
            // Drawn afresh when a colleague or this officer has changed it.
            key={JSON.stringify(settings.data)}
            settings={settings.data}
            mayChange={mayChange}
          />
        </div>
      )}
    </div>
  )
}

function SettingsCard({ settings, mayChange }: { settings: Answered; mayChange: boolean }) {
  const { hasScanner, ...before } = settings
  const change = useUndoableChange<FileSettings>({
    before,
    nameOf: () => t('fileSettings.title'),
    save: ({ before: was, after: will }) => apiClient.files.setSettings.mutate({ before: was, after: will }),
  })
  const { after, setAfter } = change
  const changed = (Object.keys(before) as (keyof FileSettings)[]).some((key) => before[key] !== after[key])
  const opens = after.staffOpenUnscanned !== before.staffOpenUnscanned
  const isSound = FileSettings.safeParse(after).success && after.formMegabytes >= after.fileMegabytes
  return (
    <section className={classes.policy} aria-label={t('fileSettings.title')}>
      <FileLimits settings={after} disabled={!mayChange} onChange={setAfter} />
      <h2 className={classes.part}>{t('fileSettings.unscanned')}</h2>
      <Alert color={hasScanner ? 'green' : 'yellow'} mb="sm" p="xs">
        {t(hasScanner ? 'fileSettings.scanner' : 'fileSettings.noScanner')}
      </Alert>
      <Checkbox
        size="sm"
        label={t('fileSettings.staffOpenUnscanned')}
        description={t('fileSettings.staffOpenUnscannedAbout')}
        styles={{ description: { color: 'var(--mantine-color-text)' } }}
        disabled={!mayChange}
        checked={after.staffOpenUnscanned}
        onChange={(event) => setAfter({ ...after, staffOpenUnscanned: event.currentTarget.checked })}
      />
      {changed && (
        <div className={classes.unsaved}>
          <UnsavedChange ready={isSound} onSave={change.ask} onDiscard={change.discard} />
        </div>
      )}
      {change.isAsking && (
        <ReasonDialog
          title={t('fileSettings.saveTitle')}
          sentence={sentenceOf(before, after)}
          confirm={t('administration.save')}
          asksWhy={false}
          hurts={opens && after.staffOpenUnscanned}
          busy={change.busy}
          onConfirm={change.confirm}
          onClose={change.close}
        />
      )}
    </section>
  )
}

/** What the change means, one sentence for each of its two kinds. */
function sentenceOf(before: FileSettings, after: FileSettings): string {
  const { staffOpenUnscanned: opens, fileMegabytes, formMegabytes } = after
  const ofLimits = fileMegabytes !== before.fileMegabytes || formMegabytes !== before.formMegabytes
  const ofOpening = opens !== before.staffOpenUnscanned
  return [
    ...(ofOpening ? [t(opens ? 'fileSettings.saveOpen' : 'fileSettings.saveClosed')] : []),
    ...(ofLimits ? [t('fileSettings.saveLimits')] : []),
  ].join(' ')
}
