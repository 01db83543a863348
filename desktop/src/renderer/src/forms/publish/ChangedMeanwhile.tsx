import { Alert, Button, Stack, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Draft } from '../../../../main/forms/drafts.ts'
import { useApi } from '../../api.ts'
import { bridge } from '../../bridge.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import type { Autosave } from '../editor/autosave.ts'
import { titleOfForm } from '../editor/outline-items.ts'
import { keptBeside } from '../kept-beside.ts'
import type { PublishAnswer } from './usePublishForm.ts'

const t = translator('en')

type ChangedMeanwhileProps = {
  draft: Draft
  theirs: Extract<PublishAnswer, { outcome: 'changedMeanwhile' }>
  autosave: Autosave
  onKeepMine: () => void
  onOpenTheirs: (draft: Draft) => void
}

/** Somebody else published the form since the draft was made from it: both are kept, the officer chooses. */
export function ChangedMeanwhile(props: ChangedMeanwhileProps) {
  const { draft, theirs, autosave } = props
  const { by, at, latestVersion } = theirs
  const api = useApi()
  const queries = useQueryClient()
  const [mine] = useState(() => keptBeside(draft))
  const opening = useMutation({
    networkMode: 'always',
    mutationFn: async (): Promise<Draft> => {
      const version = { formId: draft.formId, version: latestVersion }
      const { definition } = await queries.fetchQuery(api.forms.getVersion.queryOptions(version))
      // Mine is on the disk under its own name before theirs takes its place.
      const kept = await bridge.drafts.save(mine)
      if (!kept.ok) throw new Error(kept.error.message)
      autosave.stop()
      return { formId: draft.formId, baseVersion: latestVersion, definition }
    },
    onSuccess: props.onOpenTheirs,
  })
  const when = momentInWords(at)
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm">{t('forms.meanwhileSentence', { by, number: latestVersion, when })}</Text>
      <Text size="sm">{t('forms.meanwhileKeepHint', { number: latestVersion + 1 })}</Text>
      <Button size="xs" data-autofocus onClick={props.onKeepMine}>
        {t('forms.meanwhileKeep')}
      </Button>
      <Text size="sm">
        {t('forms.meanwhileTheirsHint', { title: titleOfForm(mine.definition), number: latestVersion })}
      </Text>
      <Button size="xs" variant="default" loading={opening.isPending} onClick={() => opening.mutate()}>
        {t('forms.meanwhileTheirs')}
      </Button>
      {opening.error && (
        <Alert color="red" role="alert" title={t('casework.failed')}>
          {opening.error.message}
        </Alert>
      )}
    </Stack>
  )
}
