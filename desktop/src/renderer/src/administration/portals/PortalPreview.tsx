import { SegmentedControl } from '@mantine/core'
import type { ShownFace } from '@send/shared/accounts/portal-faces/shown-face'
import type { PortalFace } from '@send/shared/accounts/portal-faces/tiles'
import { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { useEffect, useRef, useState } from 'react'

import { PreviewReady, previewOrigin } from '../../forms/preview/preview-message.ts'
import { useScaleToFit } from '../../forms/preview/useScaleToFit.ts'
import { PortalView, type PortalPreviewMessage } from './portal-preview-message.ts'
import classes from './portals.module.css'

const t = translator('en')

/** Width of the frame in CSS pixels: an old phone, and a desk. */
const widths = { phone: 320, desk: 720 } as const
type Width = keyof typeof widths

/** The face as it will look, in a frame that has neither our rights nor our styles; also of what is not saved yet. */
export function PortalPreview({ face, shown }: { face: PortalFace; shown: ShownFace }) {
  const [language, setLanguage] = useState<Language>('en')
  const [view, setView] = useState<PortalView>('welcome')
  const [width, setWidth] = useState<Width>('desk')
  const { room, style } = useScaleToFit(widths[width])
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(0)
  useEffect(() => {
    function onMessage({ origin, source, data }: MessageEvent<unknown>) {
      if (origin !== previewOrigin || source !== frame.current?.contentWindow) return
      if (PreviewReady.safeParse(data).success) setReady((times) => times + 1)
    }
    window.addEventListener('message', onMessage)
    return () => window.removeEventListener('message', onMessage)
  }, [])
  useEffect(() => {
    const message: PortalPreviewMessage = { kind: 'portal', language, face, view, shown }
    if (ready > 0) frame.current?.contentWindow?.postMessage(message, previewOrigin)
  }, [ready, language, face, view, shown])
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
        <SegmentedControl
          size="xs"
          aria-label={t('forms.previewLanguage')}
          value={language}
          onChange={(value) => setLanguage(Language.parse(value))}
          data={[
            { value: 'en', label: 'English' },
            { value: 'cy', label: 'Cymraeg' },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('forms.previewWidth')}
          value={width}
          onChange={(value) => setWidth(value === 'desk' ? 'desk' : 'phone')}
          data={[
            { value: 'phone', label: t('forms.previewPhone') },
            { value: 'desk', label: t('forms.previewDesk') },
          ]}
        />
      </div>
      <div className={classes.room} ref={room}>
        <iframe
          ref={frame}
          className={classes.frame}
          style={style}
          title={t('portals.previewFrame')}
          src={`${previewOrigin}/`}
          // Its origin is another than ours, so these two together do not free it; forms are never sent.
          sandbox="allow-scripts allow-same-origin"
        />
      </div>
    </section>
  )
}
