import { SegmentedControl } from '@mantine/core'
import type { ShownFace } from '@send/shared/accounts/portal-faces/shown-face'
import type { PortalFace } from '@send/shared/accounts/portal-faces/tiles'
import type { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { useMemo, useState } from 'react'

import { PreviewRoom, type PreviewWidth } from '../../forms/preview/PreviewRoom.tsx'
import { PreviewSwitches } from '../../forms/preview/PreviewSwitches.tsx'
import { usePreviewFrame } from '../../forms/preview/usePreviewFrame.ts'
import { PortalView, type PortalPreviewMessage } from './portal-preview-message.ts'
import classes from './portals.module.css'

const t = translator('en')

/** The face as it will look, in a frame that has neither our rights nor our styles; also of what is not saved yet. */
export function PortalPreview({ face, shown }: { face: PortalFace; shown: ShownFace }) {
  const [language, setLanguage] = useState<Language>('en')
  const [view, setView] = useState<PortalView>('welcome')
  const [width, setWidth] = useState<PreviewWidth>('desk')
  const message = useMemo(
    (): PortalPreviewMessage => ({ kind: 'portal', language, face, view, shown }),
    [language, face, view, shown],
  )
  const { frame } = usePreviewFrame(message)
  return (
    <section className={classes.preview} aria-label={t('portals.preview')}>
      <div className={classes.bar}>
        <h2>{t('portals.preview')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('portals.previewView')}
          value={view}
          onChange={(value) => setView(PortalView.parse(value))}
          data={PortalView.options.map((value) => ({ value, label: t(`portals.view.${value}`) }))}
        />
        <PreviewSwitches language={language} onLanguage={setLanguage} width={width} onWidth={setWidth} />
      </div>
      <PreviewRoom frame={frame} width={width} title={t('portals.previewFrame')} />
    </section>
  )
}
