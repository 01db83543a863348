import { Alert, Button, Text } from '@mantine/core'
import { createContext, useContext } from 'react'

import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { personName } from '../person-words.ts'
import { t, type Merged } from './family-words.ts'

/** How a dialog about a family leads to another record. */
export const OpenPerson = createContext<(personId: string) => void>(() => undefined)

/** Into which record this one was merged while a dialog was open; what was typed stays until that one is opened. */
export function MergedNotice({ merged: { into, by, at } }: { merged: Merged }) {
  const openPerson = useContext(OpenPerson)
  const name = personName(into)
  return (
    <Alert color="yellow" role="alert" p="xs">
      <Text size="sm">{t('family.merged', { by, name, when: momentInWords(at) })}</Text>
      <Button size="compact-xs" variant="default" mt={4} onClick={() => openPerson(into.personId)}>
        {t('family.openOf', { name })}
      </Button>
    </Alert>
  )
}
