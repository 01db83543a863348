import { megabytesOf } from '../forms/questions/FileField.tsx'
import type { Translate } from '@send/shared/texts/translator'

/** Why the server did not take a file, or `failed` when it did not answer. */
const reasons = ['empty', 'wrongKind', 'notWhatItSays', 'tooBig', 'tooMany'] as const

/** Says why one file was not taken and what to do. */
export function refusedFileSentence(
  file: { name: string; reason: string },
  limits: { maxFiles: number; maxBytes: number },
  t: Translate,
): string {
  const reason = reasons.find((known) => known === file.reason) ?? 'failed'
  const megabytes = megabytesOf(limits.maxBytes)
  const sentence = t(`portal.files.${reason}`, { megabytes, count: limits.maxFiles })
  return file.name ? `${file.name}: ${sentence}` : sentence
}
