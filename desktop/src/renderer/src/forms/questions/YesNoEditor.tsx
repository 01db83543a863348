import { Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

/** Yes or no has nothing more to set. */
export function YesNoEditor() {
  return <Text size="sm">{t('forms.about.yesNo')}</Text>
}
