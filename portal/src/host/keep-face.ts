import { ShownFace, usualShownFace } from '@send/shared/accounts/portal-faces/shown-face'
import type { PortalFace } from '@send/shared/accounts/portal-faces/tiles'

/** Milliseconds. A change of the authority is on every page after `oldest`. */
export const keepingTimes = { fresh: 15_000, oldest: 30_000, untilNextTry: 5_000, patience: 1_000 } as const

type Keeping = {
  face: PortalFace
  /** Asks the server what the face says. */
  ask: () => Promise<unknown>
  /** Told once when the server begins not to answer. */
  onFailure: () => void
  /** Milliseconds that only ever go on. */
  clock?: () => number
  /** Ends when a page has waited for the server long enough. */
  patience?: () => Promise<void>
}

/**
 * Gives what a face says, kept by this process, and never throws. While people use the portal no page waits for it: what
 * is no longer fresh is asked for beside the page that notices. Where the server does not answer, what was read last holds,
 * and the shipped words where nothing was.
 */
export function keepFace({
  face,
  ask,
  onFailure,
  clock = () => performance.now(),
  patience = waitABit,
}: Keeping) {
  let shown = usualShownFace(face)
  let readAt = Number.NEGATIVE_INFINITY
  let failedAt = Number.NEGATIVE_INFINITY
  let isFailing = false
  let asking: Promise<void> | undefined

  async function read(): Promise<void> {
    try {
      shown = ShownFace.parse(await ask())
      readAt = clock()
      failedAt = Number.NEGATIVE_INFINITY
      isFailing = false
    } catch {
      if (!isFailing) onFailure()
      isFailing = true
      failedAt = clock()
    } finally {
      asking = undefined
    }
  }

  return async function current(): Promise<ShownFace> {
    const age = clock() - readAt
    if (age < keepingTimes.fresh || clock() - failedAt < keepingTimes.untilNextTry) return shown
    asking ??= read()
    if (age >= keepingTimes.oldest) await Promise.race([asking, givingUp()])
    return shown
  }

  /** The next pages do not wait as well. */
  async function givingUp(): Promise<void> {
    await patience()
    if (asking) failedAt = clock()
  }
}

function waitABit(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, keepingTimes.patience).unref()
  })
}
