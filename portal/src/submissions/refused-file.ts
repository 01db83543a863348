import type { Translate } from '@send/shared/texts/translator'

/** Says why one file was not taken; a reason that the server has put into words already is shown as it is. */
export function refusedFileSentence(file: { name: string; reason: string }, t: Translate): string {
  if (file.reason === 'tooBig' || file.reason === 'failed') return t(`portal.files.${file.reason}`)
  return file.name ? `${file.name}: ${file.reason}` : file.reason
}
