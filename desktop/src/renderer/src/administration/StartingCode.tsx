import { Button, Modal, Stack, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { momentInWords } from '../submissions/work-list/date-words.ts'
import classes from './administration.module.css'

const t = translator('en')

export type IssuedCode = { name: string; startingCode: string; expiresAt: string }

/** Shows a starting code, which can be seen nowhere again. */
export function StartingCode({ issued, onClose }: { issued: IssuedCode; onClose: () => void }) {
  const { name, startingCode, expiresAt } = issued
  return (
    <Modal
      opened
      onClose={onClose}
      // A click beside it must not lose what is shown only once.
      closeOnClickOutside={false}
      title={t('users.codeTitle', { name })}
      size="md"
    >
      <Stack gap="sm">
        <p className={classes.code}>{startingCode}</p>
        <Text size="sm">{t('users.codeSentence', { name, when: momentInWords(expiresAt) })}</Text>
        <Text size="sm">{t('users.codeHow')}</Text>
        <Button size="xs" data-autofocus style={{ alignSelf: 'start' }} onClick={onClose}>
          {t('casework.close')}
        </Button>
      </Stack>
    </Modal>
  )
}
