import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'

export type MailCatcher = { url: string; folder: string; close(): Promise<void> }

/** A real SMTP server that keeps every message as an .eml file, for trials and tests. */
export async function startMailCatcher(folder: string): Promise<MailCatcher> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  let count = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, _session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        count += 1
        const name = `${new Date().toISOString().replaceAll(':', '-')}-${count}.eml`
        void answerWhenKept(path.join(folder, name), Buffer.concat(chunks), callback)
      })
    },
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return {
    url: `smtp://127.0.0.1:${port}`,
    folder,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Written beside and renamed, so that whoever watches the folder never reads half a message. */
async function keep(file: string, message: Buffer): Promise<void> {
  await writeFile(`${file}.part`, message, { mode: 0o600 })
  await rename(`${file}.part`, file)
}

async function answerWhenKept(
  file: string,
  message: Buffer,
  callback: (error?: Error) => void,
): Promise<void> {
  try {
    await keep(file, message)
    callback()
  } catch (error) {
    callback(error instanceof Error ? error : new Error(String(error)))
  }
}
