import type { RefusedReason } from '@send/shared/submissions/file-lifecycle'

/** Thrown by whatever looks into a file that may not be kept. */
export class Refusal extends Error {
  readonly reason: RefusedReason

  constructor(reason: RefusedReason) {
    super(`The file is refused: ${reason}`)
    this.name = 'Refusal'
    this.reason = reason
  }
}
