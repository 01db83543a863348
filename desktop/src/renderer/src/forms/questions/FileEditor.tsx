import { Checkbox, Group, Stack } from '@mantine/core'
import { FileKind, fileKinds, mostFileBytes, mostFiles } from '@send/shared/forms/questions/file'
import { translator } from '@send/shared/texts/translator'

import { NumberBox } from '../fields/NumberBox.tsx'
import type { EditorProps } from './editor-props.ts'

const t = translator('en')

const bytesInMegabyte = 1024 * 1024

/** How many files, how large, and of which kinds; at least one kind stays. */
export function FileEditor({ question, onChange }: EditorProps<'file'>) {
  const { types } = question
  const kinds = FileKind.options
  return (
    <Stack gap="sm">
      <Group gap="sm" align="start">
        <NumberBox
          label={t('forms.maxFiles')}
          value={question.maxFiles}
          min={1}
          max={mostFiles}
          onChange={(maxFiles) => onChange({ ...question, maxFiles }, 'maxFiles')}
        />
        <NumberBox
          label={t('forms.maxMegabytes')}
          value={Math.max(1, Math.floor(question.maxBytes / bytesInMegabyte))}
          min={1}
          max={mostFileBytes / bytesInMegabyte}
          onChange={(megabytes) =>
            onChange({ ...question, maxBytes: megabytes * bytesInMegabyte }, 'maxBytes')
          }
        />
      </Group>
      <Checkbox.Group
        size="xs"
        label={t('forms.fileTypes')}
        value={types}
        onChange={(chosen) => onChange({ ...question, types: kinds.filter((kind) => chosen.includes(kind)) })}
      >
        <Group gap="md" mt={4}>
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              size="xs"
              value={kind}
              label={fileKinds[kind].name}
              disabled={types.length === 1 && types.includes(kind)}
            />
          ))}
        </Group>
      </Checkbox.Group>
    </Stack>
  )
}
