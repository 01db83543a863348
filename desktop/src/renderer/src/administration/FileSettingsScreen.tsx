import { Alert, Checkbox, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useMay } from '../accounts/useMay.ts'
import { apiClient, useApi, type RouterOutputs } from '../api.ts'
import { Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import list from '../submissions/work-list/work-list.module.css'
import classes from './administration.module.css'
import { ReasonDialog } from './ReasonDialog.tsx'
import { UnsavedChange } from './UnsavedChange.tsx'
import { useUndoableChange } from './useUndoableChange.ts'

const t = translator('en')

type Settings = RouterOutputs['files']['getSettings']

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

function SettingsCard({ settings, mayChange }: { settings: Settings; mayChange: boolean }) {
  const { hasScanner, staffOpenUnscanned: before } = settings
  const change = useUndoableChange<boolean>({
    before,
    nameOf: () => t('fileSettings.title'),
    save: (changed) =>
      apiClient.files.setSettings.mutate({
        before: { staffOpenUnscanned: changed.before },
        after: { staffOpenUnscanned: changed.after },
      }),
  })
  const { after, setAfter } = change
  return (
    <section className={classes.policy} aria-label={t('fileSettings.unscanned')}>
      <Alert color={hasScanner ? 'green' : 'yellow'} mb="sm" p="xs">
        {t(hasScanner ? 'fileSettings.scanner' : 'fileSettings.noScanner')}
      </Alert>
      <Checkbox
        size="sm"
        label={t('fileSettings.staffOpenUnscanned')}
        description={t('fileSettings.staffOpenUnscannedAbout')}
        styles={{ description: { color: 'var(--mantine-color-text)' } }}
        disabled={!mayChange}
        checked={after}
        onChange={(event) => setAfter(event.currentTarget.checked)}
      />
      {before !== after && (
        <div className={classes.unsaved}>
          <UnsavedChange ready onSave={change.ask} onDiscard={change.discard} />
        </div>
      )}
      {change.isAsking && (
        <ReasonDialog
          title={t('fileSettings.saveTitle')}
          sentence={t(after ? 'fileSettings.saveOpen' : 'fileSettings.saveClosed')}
          confirm={t('administration.save')}
          asksWhy={false}
          hurts={after}
          busy={change.busy}
          onConfirm={change.confirm}
          onClose={change.close}
        />
      )}
    </section>
  )
}
