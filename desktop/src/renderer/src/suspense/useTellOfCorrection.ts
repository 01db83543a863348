import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { useEffect, useRef } from 'react'

import type { IncomingCard } from './suspense-words.ts'

const t = translator('en')

/** Says it once when a later file corrects the line of the child whose card is open. */
export function useTellOfCorrection(line: IncomingCard['line'], childName: string): void {
  const at = line?.corrected?.at
  const before = useRef(at)
  useEffect(() => {
    if (at !== undefined && before.current !== at)
      notifications.show({
        color: 'yellow',
        message: t('suspense.line.correctedNow', { child: childName }),
      })
    before.current = at
  }, [at, childName])
}
