import { Group, NumberInput } from '@mantine/core'
import { mostMegabytes, type FileSettings } from '@send/shared/submissions/file-settings'
import { translator } from '@send/shared/texts/translator'

import classes from './administration.module.css'

const t = translator('en')

type FileLimitsProps = {
  settings: FileSettings
  disabled: boolean
  onChange: (settings: FileSettings) => void
}

/** How large a file may be, and all files of a form together. */
export function FileLimits({ settings, disabled, onChange }: FileLimitsProps) {
  const isTooSmall = settings.formMegabytes < settings.fileMegabytes
  const box = (name: 'fileMegabytes' | 'formMegabytes', most: number, error?: string) => (
    <NumberInput
      size="sm"
      w={280}
      label={t(`fileSettings.${name}`)}
      description={t(`fileSettings.${name}About`, { most })}
      styles={{ description: { color: 'var(--mantine-color-text)' } }}
      min={1}
      max={most}
      clampBehavior="blur"
      allowDecimal={false}
      allowNegative={false}
      disabled={disabled}
      error={error}
      value={settings[name] || ''}
      onChange={(value) => onChange({ ...settings, [name]: Number(value) })}
    />
  )
  return (
    <>
      <h2 className={classes.part}>{t('fileSettings.limits')}</h2>
      <Group align="start" gap="lg" mb="md">
        {box('fileMegabytes', mostMegabytes.file)}
        {box(
          'formMegabytes',
          mostMegabytes.form,
          isTooSmall && settings.formMegabytes > 0 ? t('fileSettings.formTooSmall') : undefined,
        )}
      </Group>
    </>
  )
}
