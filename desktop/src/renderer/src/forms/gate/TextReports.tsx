import type { FormDefinition } from '@send/shared/forms/form-definition'
import { listItemTexts } from '@send/shared/forms/plain-english/form-texts'
import { reportOnText } from '@send/shared/forms/plain-english/text-report'
import { translator } from '@send/shared/texts/translator'
import { memo } from 'react'

import classes from './gate.module.css'

const t = translator('en')

/** How each text of what is selected reads; worked out when somebody wants to know. */
export const TextReports = memo(function TextReports({
  definition,
  selected,
}: {
  definition: FormDefinition
  selected: string
}) {
  const texts = listItemTexts(definition, selected).filter(({ text }) => text.en.trim() !== '')
  if (texts.length === 0) return null
  return (
    <details className={classes.texts}>
      <summary>{t('gate.texts')}</summary>
      <dl>
        {texts.map(({ name, text }) => {
          const { words, sentences, readingAge, advice } = reportOnText(text)
          const counted = t('gate.counted', {
            words: t('gate.words', { count: words }),
            sentences: t('gate.sentences', { count: sentences }),
          })
          const age =
            readingAge === undefined ? t('gate.tooShort') : t('gate.readingAge', { age: readingAge })
          return (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {`${counted} ${age}`}
                {advice.length > 0 ? (
                  <ul>
                    {advice.map((sentence) => (
                      <li key={sentence}>{sentence}</li>
                    ))}
                  </ul>
                ) : null}
              </dd>
            </div>
          )
        })}
      </dl>
    </details>
  )
})
