import { Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

/** Who the child is: the parts are the same on every form. */
export function ChildDetailsEditor() {
  return <Text size="sm">{t('forms.about.childDetails')}</Text>
}
