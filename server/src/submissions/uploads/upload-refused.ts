import type { RefusedReason } from '@send/shared/submissions/file-lifecycle'

/** The file will not be taken, for a reason that its sender is told. */
export class UploadRefused extends Error {
  readonly reason: RefusedReason

  constructor(reason: RefusedReason, cause?: unknown) {
    super(`The upload is refused: ${reason}.`, { cause })
    this.name = 'UploadRefused'
    this.reason = reason
  }
}
