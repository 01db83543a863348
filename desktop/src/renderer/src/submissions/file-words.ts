import { translator } from '@send/shared/texts/translator'

import type { StatusShape } from './work-list/StatusMark.tsx'

const t = translator('en')

/** A size in bytes as people read it: "640 bytes", "12 KB", "1.4 MB" (1 KB is 1,000 bytes). */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** What the check of a file said, by shape and word. */
export function fileStateWords(state: string): { shape: StatusShape; word: string } {
  return isReadable(state)
    ? { shape: 'open', word: t('form.fileState.notScanned') }
    : { shape: 'waiting', word: t('form.fileState.unknown') }
}

/** Whether the file may be opened here: an unscanned one may, because its window is sandboxed and runs nothing. */
export function isReadable(state: string): boolean {
  return state === 'notScanned'
}
