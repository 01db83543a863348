import { Button } from '@send/portal/design/Button'
import { FieldGroup } from '@send/portal/design/FieldGroup'
import { Radios } from '@send/portal/design/Radios'
import { TextInput } from '@send/portal/design/TextInput'
import type { FieldProps } from '@send/portal/forms/questions/field-props'
import { frameProps, partProps } from '@send/portal/forms/questions/part-props'
import type { StaffQuestionType } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import { useEffect, useRef, useState } from 'react'

const t = translator('en')

/** A record that was found: its name, and what tells it from others of that name. */
type FoundRecord = { id: string; name: string; detail?: string | undefined }

export type StaffLookupFieldProps = FieldProps<StaffQuestionType> & {
  /** Searches the authority's records; without it, as in the preview, none is ever found. */
  find?: ((text: string) => Promise<FoundRecord[]>) | undefined
}

type Found =
  { kind: 'none' } | { kind: 'records'; records: FoundRecord[] } | { kind: 'failed'; sentence: string }

/** Searches the records of the authority and lets one be chosen; the choice travels as the id and the name. */
export function StaffLookupField({ find, ...props }: StaffLookupFieldProps) {
  const { question, answer } = props
  const [text, setText] = useState('')
  const [found, setFound] = useState<Found>({ kind: 'none' })
  const [chosen, setChosen] = useState<FoundRecord>(answer)
  const records = [
    ...(chosen.id === '' ? [] : [chosen]),
    ...(found.kind === 'records' ? found.records.filter(({ id }) => id !== chosen.id) : []),
  ]

  async function search() {
    const wanted = text.trim()
    if (wanted === '') return
    try {
      setFound({ kind: 'records', records: find ? await find(wanted) : [] })
    } catch (error) {
      setFound({ kind: 'failed', sentence: error instanceof Error ? error.message : String(error) })
    }
  }
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const stop = new AbortController()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return
      // Enter searches; it would otherwise go on to the next page.
      event.preventDefault()
      void search()
    }
    box.current?.addEventListener('keydown', onKeyDown, { signal: stop.signal })
    return () => stop.abort()
  })
  return (
    <FieldGroup {...frameProps(props)}>
      <div
        ref={box}
        onInput={(event) => event.target instanceof HTMLInputElement && setText(event.target.value)}
      >
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
        {wordFound(found, find !== undefined)}
      </p>
      {records.length > 0 ? (
        <div
          onChange={(event) => {
            const { target } = event
            const record = target instanceof HTMLInputElement && records.find(({ id }) => id === target.value)
            if (record) setChosen(record)
          }}
        >
          <Radios
            {...partProps(props, 'id')}
            legend={t('forms.find.choose')}
            value={answer.id}
            options={records.map(({ id, name, detail }) => ({
              value: id,
              label: name,
              hint: detail || undefined,
            }))}
          />
        </div>
      ) : null}
      <input type="hidden" name={`${question.id}.name`} value={chosen.name} />
    </FieldGroup>
  )
}

function wordFound(found: Found, canFind: boolean): string {
  switch (found.kind) {
    case 'none':
      return ''
    case 'failed':
      return found.sentence
    case 'records':
      if (found.records.length > 0) return t('forms.find.found', { count: found.records.length })
      return t(canFind ? 'forms.find.nothing' : 'forms.find.preview')
  }
}
