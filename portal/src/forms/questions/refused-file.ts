import { refusedReasons } from '@send/shared/submissions/file-lifecycle'
import { megabytesOf } from './FileField.tsx'
import type { Translate } from '@send/shared/texts/translator'

/** Says why one file was not taken and what to do; an unknown reason is that it did not arrive. */
export function refusedFileSentence(
  file: { name: string; reason: string },
  limits: { maxFiles: number; maxBytes: number; formMegabytes: number },
  t: Translate,
): string {
  const reason = refusedReasons.find((known) => known === file.reason) ?? 'failed'
  const megabytes = reason === 'formFull' ? limits.formMegabytes : megabytesOf(limits.maxBytes)
  const sentence = t(`portal.files.${reason}`, { megabytes, count: limits.maxFiles })
  return file.name ? `${file.name}: ${sentence}` : sentence
}
