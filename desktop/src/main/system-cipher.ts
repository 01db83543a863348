import type { safeStorage } from 'electron'

import type { Cipher } from './session-vault.ts'

/** What of `safeStorage` is asked; older Electrons cannot name the backend. */
type SystemStorage = Pick<typeof safeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> & {
  getSelectedStorageBackend?: () => string
}

/**
 * The encryption of the operating system, undefined where there is none. Linux without a keyring "encrypts"
 * with a password that stands in Chromium's source; that, and a system that does not say, count as none.
 */
export function findSystemCipher(storage: SystemStorage, platform: NodeJS.Platform): Cipher | undefined {
  if (!storage.isEncryptionAvailable()) return undefined
  if (platform === 'linux') {
    const backend = storage.getSelectedStorageBackend?.() ?? 'unknown'
    if (backend === 'basic_text' || backend === 'unknown') return undefined
  }
  return {
    encrypt: (text) => storage.encryptString(text),
    decrypt: (bytes) => storage.decryptString(bytes),
  }
}
