import { Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

/** A date has nothing more to set. */
export function DateEditor() {
  return <Text size="sm">{t('forms.about.date')}</Text>
}
