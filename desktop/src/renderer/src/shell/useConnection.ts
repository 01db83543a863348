import { useEffect, useState } from 'react'

import { bridge } from '../bridge.ts'

/** Whether the server can be reached, as the main process last found; undefined until it knows. */
export function useConnection(): boolean | undefined {
  const [connected, setConnected] = useState<boolean | undefined>(undefined)
  useEffect(() => {
    let heard = false
    const stop = bridge.connection.onChange((now) => {
      heard = true
      setConnected(now)
    })
    void bridge.connection.check().then((answer) => {
      // A change that was heard meanwhile is the newer news.
      if (answer.ok && !heard) setConnected(answer.data)
    })
    return stop
  }, [])
  return connected
}
