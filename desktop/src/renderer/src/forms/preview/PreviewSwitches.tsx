import { SegmentedControl } from '@mantine/core'
import { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'

import type { PreviewWidth } from './PreviewRoom.tsx'

const t = translator('en')

type PreviewSwitchesProps = {
  language: Language
  onLanguage: (language: Language) => void
  width: PreviewWidth
  onWidth: (width: PreviewWidth) => void
}

/** In which language and how wide the preview is shown. */
export function PreviewSwitches({ language, onLanguage, width, onWidth }: PreviewSwitchesProps) {
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('forms.previewLanguage')}
        value={language}
        onChange={(value) => onLanguage(Language.parse(value))}
        data={[
          { value: 'en', label: 'English' },
          { value: 'cy', label: 'Cymraeg' },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('forms.previewWidth')}
        value={width}
        onChange={(value) => onWidth(value === 'desk' ? 'desk' : 'phone')}
        data={[
          { value: 'phone', label: t('forms.previewPhone') },
          { value: 'desk', label: t('forms.previewDesk') },
        ]}
      />
    </>
  )
}
