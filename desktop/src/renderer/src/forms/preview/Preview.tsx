import { Chip } from '@mantine/core'
import type { Answers } from '@send/shared/forms/answers'
import { findPage, type FormDefinition } from '@send/shared/forms/form-definition'
import { findQuestionPlace } from '@send/shared/forms/edit-definition'
import type { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { dateInLondon } from '@send/shared/values/plain-date'
import { memo, useCallback, useMemo, useState } from 'react'

import classes from '../form-builder.module.css'
import own from './preview.module.css'
import type { OutlineItem } from '../editor/outline-items.ts'
import { ReadOut } from '../gate/ReadOut.tsx'
import { HiddenParts } from './HiddenParts.tsx'
import { PreviewRoom, type PreviewWidth } from './PreviewRoom.tsx'
import { PreviewSwitches } from './PreviewSwitches.tsx'
import { PreviewTyped, type PreviewMessage } from './preview-message.ts'
import { usePreviewFrame } from './usePreviewFrame.ts'

const t = translator('en')

type PreviewProps = {
  definition: FormDefinition
  selected: string
  items: readonly OutlineItem[]
  onOpen: (id: string) => void
}

/** The form as the portal will show it, in a frame that has neither our rights nor our styles. */
export const Preview = memo(function Preview({ definition, selected, items, onOpen }: PreviewProps) {
  const [language, setLanguage] = useState<Language>('en')
  const [width, setWidth] = useState<PreviewWidth>('phone')
  const [typed, setTyped] = useState<Answers>({})
  const [readOut, setReadOut] = useState(false)
  const message = useMemo(() => messageFor(definition, selected, language), [definition, selected, language])
  const onTold = useCallback((data: unknown) => {
    const told = PreviewTyped.safeParse(data)
    if (told.success) setTyped(told.data.answers)
  }, [])
  const { frame, ready } = usePreviewFrame(message, onTold)
  return (
    <section className={own.preview} aria-label={t('forms.preview')}>
      <div className={own.previewBar}>
        <h2 className={classes.paneHeading}>{t('forms.preview')}</h2>
        <PreviewSwitches language={language} onLanguage={setLanguage} width={width} onWidth={setWidth} />
        <Chip size="xs" checked={readOut} onChange={setReadOut}>
          {t('gate.readOutSwitch')}
        </Chip>
      </div>
      <PreviewRoom frame={frame} width={width} title={t('forms.previewFrame')} />
      <HiddenParts definition={definition} typed={typed} items={items} onOpen={onOpen} />
      {readOut && ready ? <ReadOut frame={frame} shown={message} /> : null}
    </section>
  )
})

function messageFor(definition: FormDefinition, selected: string, language: Language): PreviewMessage {
  const place = findQuestionPlace(definition, selected)
  const page = place
    ? definition.pages[place.page]
    : (findPage(definition, selected) ??
      definition.pages.find(({ sections = [] }) => sections.some(({ id }) => id === selected)))
  const today = dateInLondon(new Date())
  const questionId = place ? selected : null
  return { kind: 'show', language, definition, pageId: page?.id ?? null, questionId, today }
}
