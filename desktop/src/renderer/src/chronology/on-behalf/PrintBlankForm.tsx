import { Button, Group, Radio } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { bridge } from '../../bridge.ts'
import { showFailure } from '../../show-failure.ts'
import { ChooseLiveForm, useLiveForm } from './ChooseLiveForm.tsx'
import { t } from './origin-words.ts'
import { useMayEnter } from './StartOnBehalf.tsx'

/** The button that saves a form to be filled in by hand, as a PDF; nothing for who does not enter forms. */
export function PrintBlankForm() {
  const [asking, setAsking] = useState(false)
  if (!useMayEnter()) return null
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        {t('onBehalf.blank')}
      </Button>
      {asking ? <SayHow onClose={() => setAsking(false)} /> : null}
    </>
  )
}

const sizes = ['standard', 'large'] as const
const languages = ['en', 'cy'] as const

function SayHow({ onClose }: { onClose: () => void }) {
  const { formId, choose } = useLiveForm()
  const [size, setSize] = useState<(typeof sizes)[number]>('standard')
  const [language, setLanguage] = useState<(typeof languages)[number]>('en')
  const save = useMutation({
    async mutationFn() {
      const answer = await bridge.blankForms.save({ formId, size, language })
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.data
    },
    onSuccess({ saved }) {
      if (!saved) return
      notifications.show({ message: t('onBehalf.blankSaved') })
      onClose()
    },
    onError: showFailure,
  })
  return (
    <FormDialog
      wide
      title={t('onBehalf.blankTitle')}
      sentence={t('onBehalf.blankSentence')}
      confirm={t('onBehalf.blankConfirm')}
      busy={save.isPending}
      missing={formId === '' ? [t('onBehalf.missing.form')] : []}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      <ChooseLiveForm formId={formId} onChoose={choose} />
      <Radio.Group size="xs" label={t('onBehalf.blankSize')} value={size} onChange={setSize}>
        <Group gap="md" mt={4}>
          {sizes.map((one) => (
            <Radio key={one} size="xs" value={one} label={t(`onBehalf.blankSize.${one}`)} />
          ))}
        </Group>
      </Radio.Group>
      <Radio.Group size="xs" label={t('onBehalf.blankLanguage')} value={language} onChange={setLanguage}>
        <Group gap="md" mt={4}>
          {languages.map((one) => (
            <Radio key={one} size="xs" value={one} label={t(`onBehalf.blankLanguage.${one}`)} />
          ))}
        </Group>
      </Radio.Group>
    </FormDialog>
  )
}
