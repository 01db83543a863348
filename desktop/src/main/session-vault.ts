import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** Encrypts with a key that the operating system keeps for the signed-in user of this computer. */
export type Cipher = { encrypt(text: string): Buffer; decrypt(bytes: Buffer): string }

export type SessionVault = {
  /** The token of the officer's session; the window never sees it. */
  findToken(): string | undefined
  /** Remembers a new token, or forgets the session. */
  keepToken(token: string | undefined): void
}

type VaultOptions = {
  file: string
  /** The token is for this server alone: a client pointed at another one starts signed out. */
  serverUrl: string
  /** Undefined where the system does not really encrypt; then the token lives in memory alone. */
  cipher: Cipher | undefined
}

const Kept = z.strictObject({ serverUrl: z.string(), token: z.string().min(1).max(512) })

/** Opens the vault of this computer. A file that cannot be read, for whatever reason, means signed out. */
export function openSessionVault({ file, serverUrl, cipher }: VaultOptions): SessionVault {
  let token = cipher && readKept(file, cipher, serverUrl)
  if (!token) forget(file)
  return {
    findToken: () => token,
    keepToken(next) {
      token = next
      const kept = next && cipher && write(file, cipher, JSON.stringify({ serverUrl, token: next }))
      if (!kept) forget(file)
    },
  }
}

function readKept(file: string, cipher: Cipher, serverUrl: string): string | undefined {
  try {
    const kept = Kept.parse(JSON.parse(cipher.decrypt(readFileSync(file))))
    return kept.serverUrl === serverUrl ? kept.token : undefined
  } catch {
    return undefined
  }
}

/** Renamed into place, so that no half a file is ever found; a full disk costs the restart, not the session. */
function write(file: string, cipher: Cipher, text: string): boolean {
  try {
    writeFileSync(`${file}.new`, cipher.encrypt(text), { mode: 0o600 })
    renameSync(`${file}.new`, file)
    return true
  } catch {
    return false
  }
}

function forget(file: string): void {
  for (const name of [file, `${file}.new`]) {
    try {
      rmSync(name, { force: true })
    } catch {
      // A file that cannot be removed is still unreadable without the system's key, and the server ends the session.
    }
  }
}
