import { fileKinds } from '@send/shared/forms/questions/file'
import type { FileQuestion } from '@send/shared/forms/questions/file'
import type { Translate } from '@send/shared/texts/translator'
import { FileInput } from '../../design/FileInput.tsx'
import { fieldId, helpText, problemOf, questionLabel } from './field-props.ts'
import type { FieldProps } from './field-props.ts'

export type FileLimits = Pick<FileQuestion, 'maxFiles' | 'maxBytes' | 'types'>

const bytesInMegabyte = 1024 * 1024

/** A limit in whole megabytes, as people are told it. */
export function megabytesOf(bytes: number): number {
  return Math.max(1, Math.floor(bytes / bytesInMegabyte))
}

/** How many files, of which kinds and how large, in words. */
export function fileLimits(question: FileLimits, t: Translate): string {
  const kinds = question.types.map((kind) => fileKinds[kind].name).join(', ')
  const megabytes = megabytesOf(question.maxBytes)
  return t('portal.forms.fileLimits', { count: question.maxFiles, kinds, megabytes })
}

/**
 * What the chooser of the browser offers. By the media type of pictures a phone offers its camera beside its files, and
 * gives a photograph of its own format as JPEG.
 */
function acceptedBy({ types }: FileLimits): string {
  return types
    .flatMap((kind) => [...fileKinds[kind].extensions.map((end) => `.${end}`), fileKinds[kind].mediaType])
    .join(',')
}

/** Files as an answer. They are sent on their own: this draws the choosing only. */
export function FileField(props: FieldProps<'file'>) {
  const { question, problems, language, t } = props
  const help = helpText(question.help, language)
  const limits = fileLimits(question, t)
  return (
    <FileInput
      id={fieldId(question.id, undefined, props.idPrefix)}
      name="file"
      label={questionLabel(props)}
      hint={help ? `${help}\n${limits}` : limits}
      error={problemOf(problems)}
      errorPrefix={t('portal.error.prefix')}
      accept={acceptedBy(question)}
      multiple={question.maxFiles > 1}
      disabled={props.disabled}
    />
  )
}
