import { Textarea, TextInput } from '@mantine/core'
import type { Text } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'

import classes from './portals.module.css'

const t = translator('en')

type WordingFieldsProps = {
  label: string
  about?: string
  /** Where the words are in the settings, such as “contact.hours”. */
  path: string
  value: Text
  problems: ReadonlyMap<string, string>
  rows?: number
  readOnly: boolean
  onChange: (value: Text) => void
}

/** A text in both languages, side by side; without Welsh the English stands there. */
export function WordingFields(props: WordingFieldsProps) {
  const { label, about, path, value, problems, rows, readOnly, onChange } = props
  const field = (language: 'en' | 'cy') => {
    const shared = {
      size: 'sm',
      lang: language,
      // The group says the name of the setting; here stands the language alone.
      label: t(`portals.${language}`),
      'aria-label': `${label}, ${t(`portals.${language}`)}`,
      error: problems.get(`${path}.${language}`),
      readOnly,
      value: value[language] ?? '',
      onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
        onChange(withWords(value, language, currentTarget.value)),
    } as const
    return rows === undefined ? <TextInput {...shared} /> : <Textarea {...shared} rows={rows} />
  }
  return (
    <fieldset className={classes.wording}>
      <legend>{label}</legend>
      {about ? <p className={classes.about}>{about}</p> : null}
      {field('en')}
      {field('cy')}
    </fieldset>
  )
}

/** An empty Welsh text is none. */
function withWords({ en, cy }: Text, language: 'en' | 'cy', words: string): Text {
  if (language === 'en') return cy === undefined ? { en: words } : { en: words, cy }
  return words.trim() === '' ? { en } : { en, cy: words }
}
