import { DataStore, Upload as TusUpload } from '@tus/server'
import { partBytes } from '@send/shared/submissions/upload-parts'
import type { Actor, ProcedureContext, RequestContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { BlobStoreFull } from '../../files/blob-store.ts'
import { inOneTransaction, requireTwoSteps } from '../../one-transaction.ts'
import { tidyFileName } from '../take-in-file.ts'
import { beginUpload, type UploadTarget } from './begin-upload.ts'
import { cancelUpload } from './cancel-upload.ts'
import { cutIntoParts } from './cut-into-parts.ts'
import { lockOwnUpload, offsetOf, type Upload } from './find-own-upload.ts'
import { finishUpload } from './finish-upload.ts'
import { keepPart } from './keep-part.ts'
import { UploadRefused } from './upload-refused.ts'

/**
 * The uploads of whoever asks, as the tus server works with them. It is made for one request, so that every look and
 * every step is taken in that person's name and refused where it is not theirs.
 */
export class UploadStore extends DataStore {
  override extensions = ['creation', 'termination']
  readonly #request: RequestContext
  readonly #target: UploadTarget | undefined

  constructor(request: RequestContext, target?: UploadTarget) {
    super()
    this.#request = request
    this.#target = target
  }

  override async create(upload: TusUpload): Promise<TusUpload> {
    const target = this.#target
    if (!target || upload.size === undefined) throw notFound()
    const name = tidyFileName(upload.metadata?.['filename'] ?? '') || 'file'
    const begun = { uploadId: upload.id, name, size: upload.size }
    await this.#inTheirName('submissions.beginUpload', (ctx) => beginUpload(ctx, target, begun))
    return upload
  }

  override async getUpload(uploadId: string): Promise<TusUpload> {
    const { upload, offset } = await this.#find(uploadId)
    return new TusUpload({ id: uploadId, size: upload.size, offset })
  }

  /** How the upload was settled; undefined while it is unfinished. */
  async findOutcome(uploadId: string): Promise<string | undefined> {
    const { upload } = await this.#find(uploadId)
    return upload.settledAt ? (upload.refusal ?? 'attached') : undefined
  }

  override async write(
    content: AsyncIterable<Uint8Array>,
    uploadId: string,
    offset: number,
  ): Promise<number> {
    const { upload } = await this.#find(uploadId)
    const cut = { size: partBytes, bytesLeft: upload.size - offset }
    let at = offset
    try {
      for await (const bytes of cutIntoParts(content, cut)) {
        const part = { offset: at, bytes }
        at += bytes.length
        if (at < upload.size) await keepPart(this.#request, uploadId, part)
        else await finishUpload(this.#request, uploadId, part)
      }
    } catch (error) {
      throw error instanceof BlobStoreFull ? new UploadRefused('noRoom', error) : error
    }
    if (at === offset && at < upload.size) throw tooLittle()
    return at
  }

  override async remove(uploadId: string): Promise<void> {
    await this.#inTheirName('submissions.cancelUpload', (ctx) => cancelUpload(ctx, uploadId))
  }

  async #find(uploadId: string): Promise<{ upload: Upload; offset: number }> {
    return this.#inTheirName('submissions.findUpload', async (ctx) => {
      const upload = await lockOwnUpload(ctx, uploadId)
      return { upload, offset: await offsetOf(ctx, upload) }
    })
  }

  #inTheirName<T>(path: string, work: (ctx: ProcedureContext<Actor>) => Promise<T>): Promise<T> {
    return inOneTransaction(this.#request, path, (ctx) => work({ ...ctx, actor: requireTwoSteps(ctx) }))
  }
}

function tooLittle(): SendError {
  return new SendError('bad-input', `Send ${partBytes} bytes at a time, or all that is left.`)
}
