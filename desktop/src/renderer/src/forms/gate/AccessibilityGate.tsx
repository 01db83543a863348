import { Alert, Button, Progress, Text } from '@mantine/core'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { keptOf, listFailures, type AccessibilityCheck } from '@send/shared/forms/gate/accessibility-check'
import { translator } from '@send/shared/texts/translator'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'

import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import type { OutlineItem } from '../editor/outline-items.ts'
import { ProblemList } from '../editor/ProblemList.tsx'
import { PreviewReady, previewOrigin } from '../preview/preview-message.ts'
import classes from './gate.module.css'
import { useAccessibilityCheck } from './useAccessibilityCheck.ts'

const t = translator('en')

type AccessibilityGateProps = {
  definition: FormDefinition
  items: readonly OutlineItem[]
  /** Told of a check that let the form through. */
  onPassed: (check: AccessibilityCheck) => void
  onOpen: (where: string) => void
}

/** Looks at every page of the form as the portal draws it, and says what bars somebody from it. */
export function AccessibilityGate({ definition, items, onPassed, onOpen }: AccessibilityGateProps) {
  const { frame, preview } = usePreviewFrame()
  const { state, again } = useAccessibilityCheck(definition, preview)
  const check = state.kind === 'checked' ? state.check : undefined
  const failures = check ? listFailures(check) : []
  const passed = check && failures.length === 0 ? check : undefined
  useEffect(() => {
    if (passed) onPassed(passed)
  }, [passed, onPassed])
  if (state.kind === 'failed') {
    return (
      <Alert color="red" role="alert" title={t('gate.notChecked')}>
        <Text size="sm">{state.message}</Text>
        <Button size="xs" variant="default" mt="xs" onClick={again}>
          {t('gate.again')}
        </Button>
      </Alert>
    )
  }
  return (
    <section className={classes.gate} aria-label={t('gate.title')}>
      <output className={classes.status}>
        {passed ? (
          <StatusMark shape="done" word={t('gate.passed', keptOf(passed))} />
        ) : check ? (
          <StatusMark shape="warning" word={t('gate.failed', { count: failures.length })} />
        ) : (
          <StatusMark shape="waiting" word={t('gate.checking')} />
        )}
      </output>
      {passed && keptOf(passed).unsure > 0 ? (
        <Text size="sm">{t('gate.unsure', { count: keptOf(passed).unsure })}</Text>
      ) : null}
      {failures.length > 0 ? (
        <Alert variant="default" icon={<IconAlertTriangle aria-hidden />} title={t('gate.barred')}>
          <ProblemList problems={failures} items={items} onOpen={onOpen} />
          <Button size="xs" variant="default" mt="xs" onClick={again}>
            {t('gate.again')}
          </Button>
        </Alert>
      ) : null}
      {check ? null : (
        <>
          <Checking state={state} />
          <iframe
            ref={frame}
            className={classes.frame}
            title={t('gate.frame')}
            src={`${previewOrigin}/`}
            // As in the preview of the editor: another origin than ours, so that these two do not free it.
            sandbox="allow-scripts allow-same-origin"
          />
        </>
      )}
    </section>
  )
}

function Checking({ state }: { state: ReturnType<typeof useAccessibilityCheck>['state'] }) {
  if (state.kind !== 'checking') return null
  const { done, of } = state
  return (
    <>
      <Text size="sm">{t('gate.progress', { done: done + 1, of })}</Text>
      <Progress value={(100 * done) / of} aria-label={t('gate.checking')} transitionDuration={0} />
    </>
  )
}

/** The window inside a frame, once it says that it listens. */
function usePreviewFrame() {
  const frame = useRef<HTMLIFrameElement>(null)
  const [preview, setPreview] = useState<Window | undefined>(undefined)
  useEffect(() => {
    function onMessage({ origin, source, data }: MessageEvent<unknown>) {
      const inside = frame.current?.contentWindow
      if (!inside || origin !== previewOrigin || source !== inside) return
      if (PreviewReady.safeParse(data).success) setPreview(inside)
    }
    window.addEventListener('message', onMessage)
    return () => window.removeEventListener('message', onMessage)
  }, [])
  return { frame, preview }
}
