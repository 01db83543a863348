import { newId } from '@send/shared/values/ids'

export type PublicationKeys = {
  /** The key of a publication: the same for the same input until it is answered. */
  keyFor(input: unknown): string
  /** What comes next is a publication of its own. */
  answered(): void
}

/** Keeps one idempotency key through all tries of one publication, also when its dialog was closed between. */
export function createPublicationKeys(): PublicationKeys {
  let attempt: { key: string; of: string } | undefined
  return {
    keyFor(input) {
      const of = JSON.stringify(input)
      if (attempt?.of !== of) attempt = { key: newId(), of }
      return attempt.key
    },
    answered() {
      attempt = undefined
    },
  }
}
