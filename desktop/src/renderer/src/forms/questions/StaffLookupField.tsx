import { Button } from '@send/portal/design/Button'
import { FieldGroup } from '@send/portal/design/FieldGroup'
import { Radios } from '@send/portal/design/Radios'
import { TextInput } from '@send/portal/design/TextInput'
import type { FieldProps } from '@send/portal/forms/questions/field-props'
import { frameProps, partProps } from '@send/portal/forms/questions/part-props'
import type { StaffQuestionType } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

const t = translator('en')

/** A record that was found: its name, and what tells it from others of that name. */
export type FoundRecord = { id: string; name: string; detail?: string }

export type StaffLookupFieldProps = FieldProps<StaffQuestionType> & {
  /** Searches the authority's records; without it, as in the preview, none is ever found. */
  find?: (text: string) => Promise<FoundRecord[]>
}

/** Searches the records of the authority and lets one be chosen; the choice travels as the id and the name. */
export function StaffLookupField({ find, ...props }: StaffLookupFieldProps) {
  const { question, answer } = props
  const before: FoundRecord[] = answer.id === '' ? [] : [{ id: answer.id, name: answer.name }]
  const [text, setText] = useState('')
  const [found, setFound] = useState<FoundRecord[] | undefined>(undefined)
  const records = [...before, ...(found ?? []).filter(({ id }) => id !== answer.id)]

  async function search() {
    setFound(find && text.trim() !== '' ? await find(text.trim()) : [])
  }
  return (
    <FieldGroup {...frameProps(props)}>
      <div onInput={(event) => event.target instanceof HTMLInputElement && setText(event.target.value)}>
        <TextInput
          {...partProps(props, 'search')}
          label={t(`forms.find.${question.type}`)}
          autoComplete="off"
        />
      </div>
      <div className="govuk-!-margin-top-3">
        <Button kind="secondary" type="button" onClick={() => void search()}>
          {t('forms.find')}
        </Button>
      </div>
      <p className="govuk-body" aria-live="polite">
        {found?.length === 0 ? t(find ? 'forms.find.nothing' : 'forms.find.preview') : ''}
      </p>
      {records.length > 0 ? (
        <Radios
          {...partProps(props, 'id')}
          legend={t('forms.find.choose')}
          value={answer.id}
          options={records.map(({ id, name, detail }) => ({ value: id, label: name, hint: detail }))}
        />
      ) : null}
    </FieldGroup>
  )
}
