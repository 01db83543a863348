import { translator } from '@send/shared/texts/translator'
import { useEffect, useState, type RefObject } from 'react'

import { askPreview, nextNumber } from '../preview/ask-preview.ts'
import { ReadAnswer, type ReadItem, type ReadRequest } from '../preview/look/look-message.ts'
import classes from './gate.module.css'

const t = translator('en')

/** Somebody who types is not interrupted by every letter. */
const pauseMilliseconds = 200

type ReadOutProps = {
  frame: RefObject<HTMLIFrameElement | null>
  /** What is shown; another value is read out anew. */
  shown: unknown
}

/** The page in the preview as a screen reader goes through it: what each thing is, its name, its description. */
export function ReadOut({ frame, shown }: ReadOutProps) {
  const [items, setItems] = useState<ReadItem[]>([])
  useEffect(() => {
    const stop = new AbortController()
    const pause = setTimeout(() => {
      const preview = frame.current?.contentWindow
      if (!preview) return
      const message: ReadRequest = { kind: 'read', number: nextNumber() }
      const parse = (data: unknown) => ReadAnswer.safeParse(data).data
      askPreview(preview, { message, parse, signal: stop.signal }).then(
        (answer) => setItems(answer.items),
        // Called off, or the preview is still loading: what is shown next is read out again.
        () => undefined,
      )
    }, pauseMilliseconds)
    return () => {
      clearTimeout(pause)
      stop.abort()
    }
  }, [frame, shown])
  return (
    // It scrolls, so whoever has no mouse must be able to come to it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.readOut} aria-label={t('gate.readOut')} tabIndex={0}>
      <ol>
        {items.map(({ role, level, name, description }, index) => (
          // The same words may be said twice on a page: the place in it is what tells them apart.
          <li key={`${index} ${name}`}>
            <span className={classes.role}>
              {level === null ? t(`gate.role.${role}`) : t('gate.role.headingLevel', { level })}
            </span>{' '}
            {name || t('gate.noName')}
            {description ? `. ${description}` : ''}
          </li>
        ))}
      </ol>
    </section>
  )
}
