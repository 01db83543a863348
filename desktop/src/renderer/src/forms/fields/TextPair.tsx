import { Textarea, TextInput } from '@mantine/core'
import type { Text } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'

import classes from '../form-builder.module.css'

const t = translator('en')

/** The most that a text of a form holds, in UTF-16 units as the definition counts. */
const mostLetters = 10_000

type TextPairProps = {
  label: string
  value: Text
  /** Several lines; one line where it is left out. */
  lines?: number
  onChange: (value: Text, field: string) => void
}

/** A text in English and Welsh, side by side; an empty Welsh one is none. */
export function TextPair({ label, value, lines, onChange }: TextPairProps) {
  function box(language: 'en' | 'cy') {
    const name = language === 'en' ? t('forms.inEnglish', { label }) : t('forms.inWelsh', { label })
    const common = {
      label: name,
      size: 'xs',
      lang: language,
      maxLength: mostLetters,
      spellCheck: true,
    } as const
    const text = value[language] ?? ''
    const change = (typed: string) => onChange(withText(value, language, typed), `${label}.${language}`)
    return lines ? (
      <Textarea
        {...common}
        rows={lines}
        resize="vertical"
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
      />
    ) : (
      <TextInput {...common} value={text} onChange={(event) => change(event.currentTarget.value)} />
    )
  }
  return (
    <div className={classes.pair}>
      {box('en')}
      {box('cy')}
    </div>
  )
}

/** A text that may be left out: gone when both languages are empty. */
export function OptionalTextPair({
  value,
  onChange,
  ...props
}: Omit<TextPairProps, 'value' | 'onChange'> & {
  value: Text | undefined
  onChange: (value: Text | undefined, field: string) => void
}) {
  return (
    <TextPair
      {...props}
      value={value ?? { en: '' }}
      onChange={(text, field) => onChange(text.en === '' && !text.cy ? undefined : text, field)}
    />
  )
}

function withText(value: Text, language: 'en' | 'cy', typed: string): Text {
  if (language === 'en') return { ...value, en: typed }
  return typed === '' ? { en: value.en } : { en: value.en, cy: typed }
}
