import { TextInput } from '@mantine/core'
import { faceLimits, type FaceContact } from '@send/shared/accounts/portal-faces/face-settings'
import { translator } from '@send/shared/texts/translator'

import shared from '../administration.module.css'
import classes from './portals.module.css'
import { WordingFields } from './WordingFields.tsx'

const t = translator('en')

type ContactFieldsProps = {
  contact: FaceContact
  problems: ReadonlyMap<string, string>
  readOnly: boolean
  onChange: (contact: FaceContact) => void
}

/** Whom people ask, and how they are reached. */
export function ContactFields({ contact, problems, readOnly, onChange }: ContactFieldsProps) {
  const wording = (part: 'who' | 'hours' | 'address', rows?: number) => (
    <WordingFields
      label={t(`portals.${part}`)}
      about={t(`portals.${part}About`, { most: faceLimits[part] })}
      path={`contact.${part}`}
      value={contact[part]}
      problems={problems}
      {...(rows ? { rows } : {})}
      readOnly={readOnly}
      onChange={(words) => onChange({ ...contact, [part]: words })}
    />
  )
  const line = (part: 'phone' | 'email') => (
    <TextInput
      size="sm"
      label={t(`portals.${part}`)}
      error={problems.get(`contact.${part}`)}
      readOnly={readOnly}
      value={contact[part]}
      onChange={({ currentTarget }) => onChange({ ...contact, [part]: currentTarget.value })}
    />
  )
  return (
    <>
      <h2 className={shared.part}>{t('portals.contact')}</h2>
      {wording('who')}
      <div className={classes.pair}>
        {line('phone')}
        {line('email')}
      </div>
      {wording('hours', 2)}
      {wording('address', 4)}
    </>
  )
}
