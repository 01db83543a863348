import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSessionVault, type Cipher } from './session-vault.ts'
import { findSystemCipher } from './system-cipher.ts'

const serverUrl = 'https://send.example.gov.uk'
const key = randomBytes(32)
const cipher: Cipher = {
  encrypt(text) {
    const nonce = randomBytes(12)
    const sealing = createCipheriv('aes-256-gcm', key, nonce)
    const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
    return Buffer.concat([nonce, sealing.getAuthTag(), sealed])
  },
  decrypt(bytes) {
    const opening = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    opening.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([opening.update(bytes.subarray(28)), opening.final()]).toString('utf8')
  },
}
let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'send-vault-'))
  file = path.join(folder, 'session')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('where the system does not encrypt, the session is in memory alone and a restart ends it', async () => {
  const vault = openSessionVault({ file, serverUrl, cipher: undefined })
  vault.keepToken('token-of-an-officer')
  expect(vault.findToken()).toBe('token-of-an-officer')
  expect(await readdir(folder)).toEqual([])
  expect(openSessionVault({ file, serverUrl, cipher: undefined }).findToken()).toBeUndefined()
})

test('where the system encrypts, the session outlives a restart and stands unreadable in a file of the user', async () => {
  openSessionVault({ file, serverUrl, cipher }).keepToken('token-of-an-officer')
  expect(openSessionVault({ file, serverUrl, cipher }).findToken()).toBe('token-of-an-officer')
  expect((await readFile(file)).includes('token-of-an-officer')).toBe(false)
  expect((await stat(file)).mode & 0o077).toBe(0)
  expect(await readdir(folder)).toEqual(['session'])
})

test('a forgotten session leaves nothing on the disk', async () => {
  const vault = openSessionVault({ file, serverUrl, cipher })
  vault.keepToken('token-of-an-officer')
  vault.keepToken(undefined)
  expect(vault.findToken()).toBeUndefined()
  expect(await readdir(folder)).toEqual([])
})

test.each([
  ['is empty', () => Buffer.alloc(0)],
  ['is noise', () => randomBytes(200)],
  ['holds something else', () => cipher.encrypt('{"token":7}')],
  ['is no JSON', () => cipher.encrypt('token-of-an-officer')],
])('a vault file that %s means signed out, without a crash, and is removed', async (_what, bytes) => {
  await writeFile(file, bytes())
  expect(openSessionVault({ file, serverUrl, cipher }).findToken()).toBeUndefined()
  expect(await readdir(folder)).toEqual([])
})

test('the session of one server is not shown to another', () => {
  openSessionVault({ file, serverUrl, cipher }).keepToken('token-of-an-officer')
  const other = 'https://send.example.com'
  expect(openSessionVault({ file, serverUrl: other, cipher }).findToken()).toBeUndefined()
})

test('a session is kept in memory when the disk refuses it', () => {
  const vault = openSessionVault({ file: path.join(folder, 'missing', 'session'), serverUrl, cipher })
  vault.keepToken('token-of-an-officer')
  expect(vault.findToken()).toBe('token-of-an-officer')
})

function storageThatSays(available: boolean, backend?: string) {
  return {
    isEncryptionAvailable: () => available,
    encryptString: (text: string) => cipher.encrypt(text),
    decryptString: (bytes: Buffer) => cipher.decrypt(bytes),
    ...(backend === undefined ? {} : { getSelectedStorageBackend: () => backend }),
  }
}

test.each([
  ['linux', storageThatSays(true, 'basic_text')],
  ['linux', storageThatSays(true, 'unknown')],
  ['linux', storageThatSays(true)],
  ['linux', storageThatSays(false, 'gnome_libsecret')],
  ['win32', storageThatSays(false)],
] as const)('on %s, storage that does not really encrypt is not used (%#)', (platform, storage) => {
  expect(findSystemCipher(storage, platform)).toBeUndefined()
})

test.each([
  ['linux', storageThatSays(true, 'gnome_libsecret')],
  ['win32', storageThatSays(true)],
  ['darwin', storageThatSays(true)],
] as const)('on %s, storage that really encrypts is used', (platform, storage) => {
  const found = findSystemCipher(storage, platform)
  expect(found?.decrypt(found.encrypt('a token'))).toBe('a token')
})
