import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { systemClock } from '@send/server/clock'
import { openDatabase } from '@send/server/database/client'
import { largestBounceBytes, takeBounce } from '@send/server/mail/take-bounce'

/** Reads a message out of a file, or as a mail server pipes it in; throws a sentence when there is none. */
export async function readMessage(word: string): Promise<Buffer> {
  if (word === '-') return readAll(process.stdin)
  const file = path.resolve(process.env.INIT_CWD ?? '.', word)
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile())
    throw new Error(
      `There is no file ${file}. Give the whole message as a file, or - and the message itself.`,
    )
  return readAll(createReadStream(file))
}

/** No more than a little over what a report can have: a mail server is not to fill the memory. */
async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > largestBounceBytes) break
  }
  return Buffer.concat(chunks)
}

/** Marks the e-mail of which a delivery status notification tells. */
export async function takeBouncedMail(ownerUrl: string, message: Buffer): Promise<void> {
  const { database, close } = openDatabase(ownerUrl, { connections: 1 })
  try {
    console.log(await takeBounce(database, systemClock, message))
  } finally {
    await close()
  }
}
