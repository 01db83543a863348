import { sealAuditEvents, type Sealing } from './seal-audit-events.ts'

// With the time of the work itself, the seals stay less than five seconds behind.
const pauseMs = 2000

/** Seals again and again until it is stopped; a failure is told and tried again. */
export function startSealer(
  sealing: Sealing,
  onFailure: (error: unknown) => void,
): { stop(): Promise<void> } {
  let stopping = false
  let timer: NodeJS.Timeout | undefined
  let work = Promise.resolve()

  function wait(): void {
    if (stopping) return
    timer = setTimeout(() => {
      work = turn()
    }, pauseMs)
  }
  async function turn(): Promise<void> {
    await sealAuditEvents(sealing).catch(onFailure)
    wait()
  }
  wait()
  return {
    async stop() {
      stopping = true
      clearTimeout(timer)
      await work
      await sealAuditEvents(sealing).catch(onFailure)
    },
  }
}
