import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

export const projectFolder = path.resolve(import.meta.dirname, '..')

/** The secrets of one installation, made once and kept in a file that only its user can read. */
export type Secrets = {
  ownerPassword: string
  appPassword: string
  portalService: string
  fileMasterKey: string
}

/** The folder with everything that is kept: `SEND_DATA`, else `.send` in the project. */
export function dataFolder(): string {
  return path.resolve(process.env.SEND_DATA ?? path.join(projectFolder, '.send'))
}

/** The file with the seals of the audit trail: `AUDIT_SEALS_FILE`, else in the data folder. */
export function sealsFile(folder: string): string {
  return path.resolve(process.env.AUDIT_SEALS_FILE ?? path.join(folder, 'audit-seals.jsonl'))
}

/** The secrets kept in a data folder, made at the first call. Throws a sentence when the folder is unwritable. */
export async function readSecrets(folder: string): Promise<Secrets> {
  const file = path.join(folder, 'secrets.json')
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept !== undefined) return JSON.parse(kept) as Secrets
  const secrets: Secrets = {
    ownerPassword: randomBytes(24).toString('hex'),
    appPassword: randomBytes(24).toString('hex'),
    portalService: randomBytes(32).toString('hex'),
    fileMasterKey: randomBytes(32).toString('base64'),
  }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // Renamed into place, so that a start that is killed here leaves no half a file.
    await writeFile(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
    await rename(`${file}.new`, file)
  } catch (cause) {
    throw new Error(`The folder ${folder} cannot be written. Choose another with SEND_DATA=FOLDER.`, {
      cause,
    })
  }
  return secrets
}
