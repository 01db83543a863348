import type { RefObject } from 'react'

import { previewOrigin } from './preview-message.ts'
import classes from './preview.module.css'
import { useScaleToFit } from './useScaleToFit.ts'

/** Width of the frame in CSS pixels: an old phone, and a desk above the portal's 641-pixel breakpoint. */
const widths = { phone: 320, desk: 720 } as const
export type PreviewWidth = keyof typeof widths

type PreviewRoomProps = { frame: RefObject<HTMLIFrameElement | null>; width: PreviewWidth; title: string }

/** The frame in which something of the portal is shown, as wide as asked for and whole in the room there is. */
export function PreviewRoom({ frame, width, title }: PreviewRoomProps) {
  const { room, style } = useScaleToFit(widths[width])
  return (
    <div className={classes.previewRoom} ref={room}>
      <iframe
        ref={frame}
        className={classes.previewFrame}
        style={style}
        title={title}
        src={`${previewOrigin}/`}
        // Its origin is another than ours, so these two together do not free it; forms are never sent.
        sandbox="allow-scripts allow-same-origin"
      />
    </div>
  )
}
