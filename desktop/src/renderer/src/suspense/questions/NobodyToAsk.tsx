import { Button, Modal, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

type NobodyToAskProps = { school: string; line: boolean; onClose: () => void }

/** That nobody in the portal can be asked about a child, and who can be asked another way. */
export function NobodyToAsk({ school, line, onClose }: NobodyToAskProps) {
  return (
    <Modal opened onClose={onClose} title={t('suspense.ask.title')} size="md">
      <Text size="sm" mb="md">
        {line ? t('suspense.ask.nobodyLine', { school }) : t('suspense.ask.nobody')}
      </Text>
      <Button size="xs" data-autofocus onClick={onClose}>
        {t('casework.close')}
      </Button>
    </Modal>
  )
}
