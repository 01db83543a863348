import { NativeSelect } from '@mantine/core'
import { newQuestion } from '@send/shared/forms/new-form'
import { questionTypes, type QuestionType } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { isSoundCode, type BankDraft } from './bank-draft.ts'
import { BankCodeBox } from './BankCodeBox.tsx'

const t = translator('en')

type NewBankQuestionProps = { onStart: (draft: BankDraft) => void; onClose: () => void }

/** Asks for what a question cannot be without: its code and its type; the rest is written in its editor. */
export function NewBankQuestion({ onStart, onClose }: NewBankQuestionProps) {
  const [code, setCode] = useState('')
  const [type, setType] = useState<QuestionType>('shortText')
  const isSound = isSoundCode(code)
  return (
    <FormDialog
      title={t('bank.new')}
      sentence={t('bank.newHint')}
      confirm={t('bank.start')}
      busy={false}
      missing={isSound ? [] : [t('bank.code')]}
      onConfirm={() => onStart({ baseRowVersion: null, code, externalCode: '', content: newQuestion(type) })}
      onClose={onClose}
    >
      <BankCodeBox code={code} onChange={setCode} />
      <NativeSelect
        size="xs"
        label={t('bank.type')}
        value={type}
        data={questionTypes.map((value) => ({ value, label: t(`forms.type.${value}`) }))}
        onChange={(event) => {
          const chosen = questionTypes.find((value) => value === event.currentTarget.value)
          if (chosen) setType(chosen)
        }}
      />
    </FormDialog>
  )
}
