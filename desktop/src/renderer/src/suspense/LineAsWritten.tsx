import { Alert, List, Text } from '@mantine/core'
import { personColumns } from '@send/shared/people/person-columns'
import { translator } from '@send/shared/texts/translator'
import type { IncomingCard } from './suspense-words.ts'

const t = translator('en')

/** A child out of a file: who sent it, the line as it was written, and what could not be read of it. */
export function LineAsWritten({
  line: { school, asWritten, flags },
}: {
  line: NonNullable<IncomingCard['line']>
}) {
  const told = personColumns.filter((column) => asWritten[column] !== '')
  return (
    <Alert color={flags.length > 0 ? 'yellow' : 'gray'} p="xs" my="xs" title={t('suspense.line.title')}>
      <Text size="sm">
        {school === null ? t('suspense.line.noSchool') : t('suspense.line.from', { school })}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {told.map((column) => `${column}: ${asWritten[column]}`).join(' · ')}
      </Text>
      {flags.length > 0 && (
        <List size="sm">
          {flags.map((flag, place) => (
            <List.Item key={place}>{flag}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  )
}
