import { Alert, Button, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'

import type { Draft } from '../../../../main/forms/drafts.ts'
import { bridge } from '../../bridge.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import builder from '../form-builder.module.css'
import classes from './bundles.module.css'
import { BundleView } from './BundleView.tsx'
import { TrustedSenders } from './TrustedSenders.tsx'

const t = translator('en')

type ImportScreenProps = { onLeave: () => void; onOpen: (draft: Draft) => void }

/** Where a form that somebody exported is looked at, and imported as a draft. */
export function ImportScreen({ onLeave, onOpen }: ImportScreenProps) {
  // A number of its own for each choice: the same file chosen again is looked at again.
  const [picked, setPicked] = useState<{ name: string; text: string; number: number } | undefined>(undefined)
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const [isDeciding, setIsDeciding] = useState(false)

  async function pick() {
    const answer = await bridge.bundles.pick()
    setProblem(answer.ok ? undefined : answer.error.message)
    const file = answer.ok ? answer.data : null
    if (!answer.ok) setPicked(undefined)
    if (file) setPicked((before) => ({ ...file, number: (before?.number ?? 0) + 1 }))
  }
  // The decisions have keys of their own.
  useScreenKeys(isDeciding ? {} : { o: () => void pick(), Escape: onLeave })
  // The same places whether or not somebody decides: what was chosen stays where it is.
  return (
    <div className={isDeciding ? classes.whole : builder.list}>
      {!isDeciding && (
        <div className={builder.bar}>
          <Button size="compact-xs" variant="default" onClick={onLeave}>
            {t('forms.back')}
          </Button>
          <h1 className={builder.heading}>{t('bundles.importTitle')}</h1>
          <Button size="compact-xs" variant={picked ? 'default' : 'filled'} onClick={() => void pick()}>
            {t(picked ? 'bundles.chooseAnother' : 'bundles.choose')}
          </Button>
          <Text size="xs" ml="auto">
            {t('bundles.keys')}
          </Text>
        </div>
      )}
      <div className={isDeciding ? classes.whole : builder.scroll}>
        <div className={isDeciding ? classes.whole : classes.page}>
          {problem && (
            <Alert
              variant="default"
              icon={<IconAlertTriangle aria-hidden />}
              title={t('bundles.refused')}
              role="alert"
            >
              {problem}
            </Alert>
          )}
          {!picked && <Text size="sm">{t('bundles.intro')}</Text>}
          {picked && (
            <BundleView key={picked.number} file={picked} onDeciding={setIsDeciding} onImported={onOpen} />
          )}
          {!isDeciding && <TrustedSenders />}
        </div>
      </div>
    </div>
  )
}
