import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'

import type { FillingStore } from './save-filling.ts'
import type { FileStore } from './send-files.ts'
import type { FormFiles } from './useFormFiles.ts'

const t = translator('en')

/** Waits until the server has all that was typed and chosen; a sentence of what it does not have. */
export async function keepEverything(store: FillingStore, files: FileStore): Promise<string | undefined> {
  const [kept, sent] = await Promise.all([store.flush(), files.flush()])
  if (kept && sent) return undefined
  return t(kept ? 'filling.notAllSent' : 'filling.notAllKept')
}

/** Says why the form is not completed, for as long as it takes to read: soon it may be true no more. */
export function tell(message: string): void {
  notifications.show({ color: 'yellow', message, autoClose: 15_000 })
}

/** The files that the form would bring along as they were last seen here. */
export function seenFiles(files: readonly FormFiles['files'][number][]): string[] {
  return files.filter(({ counts }) => counts).map(({ fileId }) => fileId)
}
