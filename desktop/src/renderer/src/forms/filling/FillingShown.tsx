import { useEffect, useState } from 'react'

import { windowOrigin } from '../preview/preview-message.ts'
import { FillForm, FillState } from './fill-message.ts'
import { FilledPage } from './FilledPage.tsx'

/** The form that the window wants to have filled in, once it has said so; nothing in a preview. */
export function FillingShown() {
  const [form, setForm] = useState<FillForm | undefined>(undefined)
  const [shown, setShown] = useState<FillState | undefined>(undefined)
  useEffect(() => {
    function onMessage({ origin, source, data }: MessageEvent<unknown>) {
      if (origin !== windowOrigin || source !== window.parent) return
      const whole = FillForm.safeParse(data)
      if (whole.success) setForm(whole.data)
      const state = FillState.safeParse(data)
      if (state.success) setShown(state.data)
    }
    window.addEventListener('message', onMessage)
    return () => window.removeEventListener('message', onMessage)
  }, [])
  return form && shown ? <FilledPage key={shown.pageId} form={form} shown={shown} /> : null
}
