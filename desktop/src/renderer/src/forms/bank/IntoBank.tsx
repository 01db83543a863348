import { Button, Text, TextInput } from '@mantine/core'
import { bankContentOf } from '@send/shared/forms/bank/bank-question'
import type { Question } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { isSoundCode } from './bank-draft.ts'
import { BankCodeBox } from './BankCodeBox.tsx'
import { useSaveBankQuestion } from './useSaveBankQuestion.ts'

const t = translator('en')

type IntoBankProps = { question: Question; onTied: (question: Question) => void }

/** Puts a question of the form into the bank and ties it; what speaks of the form stays with the form, and is named. */
export function IntoBank({ question, onTied }: IntoBankProps) {
  const [asking, setAsking] = useState(false)
  const [code, setCode] = useState('')
  const [externalCode, setExternalCode] = useState('')
  const [questionId] = useState(newId)
  const { isPending, save } = useSaveBankQuestion(({ revision }) => {
    setAsking(false)
    onTied({ ...question, bank: { questionId, revision, code } })
  })
  const { content, staysBehind } = bankContentOf(question)
  const isSound = isSoundCode(code)
  const hasWording = question.wording.en.trim() !== ''
  const missing = [...(isSound ? [] : [t('bank.code')]), ...(hasWording ? [] : [t('forms.wording')])]
  return (
    <>
      <Button size="compact-xs" variant="default" mb="xs" onClick={() => setAsking(true)}>
        {t('bank.put')}
      </Button>
      {asking && (
        <FormDialog
          title={t('bank.putTitle')}
          sentence={t('bank.putHint')}
          confirm={t('bank.putConfirm')}
          busy={isPending}
          missing={missing}
          onConfirm={() => save({ questionId, baseRowVersion: null, code, externalCode, content })}
          onClose={() => setAsking(false)}
        >
          <BankCodeBox code={code} onChange={setCode} />
          <TextInput
            size="xs"
            label={t('bank.externalCode')}
            description={t('bank.externalCodeHint')}
            descriptionProps={{ c: 'var(--mantine-color-text)' }}
            maxLength={40}
            spellCheck={false}
            value={externalCode}
            onChange={(event) => setExternalCode(event.currentTarget.value)}
          />
          {staysBehind.length > 0 && (
            <Text size="sm">
              {t('bank.staysBehind', { what: staysBehind.map((name) => t(`bank.stays.${name}`)).join(', ') })}
            </Text>
          )}
        </FormDialog>
      )}
    </>
  )
}
