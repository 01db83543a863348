import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { untieQuestion } from '@send/shared/forms/bank/place-question'
import type { Question } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

export type DetachProps = { question: Question; onChange: (question: Question) => void }

/** Makes a question of the bank the form's own, as it stands; Undo takes it back. */
export function DetachButton({ question, onChange }: DetachProps) {
  function detach() {
    onChange(untieQuestion(question))
    notifications.show({ message: t('bank.detached') })
  }
  return (
    <Button size="compact-xs" variant="default" onClick={detach}>
      {t('bank.detach')}
    </Button>
  )
}
