import { useEffect, useRef, useState, type RefObject } from 'react'

import { PreviewReady, previewOrigin } from './preview-message.ts'

/**
 * Shows a message in the frame of the preview, once it listens and again whenever it began anew; `onTold` hears what else
 * the frame says.
 */
export function usePreviewFrame(
  message: unknown,
  onTold?: (data: unknown) => void,
): { frame: RefObject<HTMLIFrameElement | null>; ready: boolean } {
  const frame = useRef<HTMLIFrameElement>(null)
  const [beginnings, setBeginnings] = useState(0)
  useEffect(() => {
    function onMessage({ origin, source, data }: MessageEvent<unknown>) {
      if (origin !== previewOrigin || source !== frame.current?.contentWindow) return
      if (PreviewReady.safeParse(data).success) setBeginnings((times) => times + 1)
      else onTold?.(data)
    }
    window.addEventListener('message', onMessage)
    return () => window.removeEventListener('message', onMessage)
  }, [onTold])
  useEffect(() => {
    if (beginnings > 0) frame.current?.contentWindow?.postMessage(message, previewOrigin)
  }, [beginnings, message])
  return { frame, ready: beginnings > 0 }
}
