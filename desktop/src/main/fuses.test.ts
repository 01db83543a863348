import { createRequire } from 'node:module'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'

type BuilderSettings = {
  asar: boolean
  electronVersion: string
  electronFuses: Record<string, boolean>
  win: { forceCodeSigning: boolean }
  mac: { forceCodeSigning: boolean; hardenedRuntime: boolean }
  nsis: { perMachine: boolean; allowToChangeInstallationDirectory: boolean }
}

/** The part of electron-builder that reads its settings and holds them against its own scheme. */
type BuilderConfig = {
  getConfig(folder: string, file: string, options: object): Promise<BuilderSettings>
  validateConfiguration(settings: object, log: { isEnabled: boolean }): Promise<void>
}

const desktop = path.resolve(import.meta.dirname, '../..')
const fromDesktop = createRequire(path.join(desktop, 'package.json'))
const fromBuilder = createRequire(fromDesktop.resolve('electron-builder/package.json'))
const builder = fromBuilder('app-builder-lib/out/util/config/config') as BuilderConfig
let settings: BuilderSettings

beforeAll(async () => {
  settings = await builder.getConfig(desktop, '../electron-builder.yml', {})
})

// What each fuse closes stands in Electron's tutorial on fuses; these are the eight that its scheme can set.
test.each([
  ['runAsNode', false],
  ['enableCookieEncryption', true],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
  // There is no snapshot of our own; on, it would only be one more file to replace.
  ['loadBrowserProcessSpecificV8Snapshot', false],
  ['grantFileProtocolExtraPrivileges', false],
])('the fuse %s is %s', (name, wanted) => {
  expect(settings.electronFuses[name]).toBe(wanted)
})

test('no other fuse is set', () => {
  expect(Object.keys(settings.electronFuses)).toHaveLength(8)
})

test('electron-builder takes the settings, and would refuse a word it does not know', async () => {
  const log = { isEnabled: false }
  await builder.validateConfiguration(settings, log)
  await expect(builder.validateConfiguration({ ...settings, fuses: {} }, log)).rejects.toThrow('fuses')
})

test('an unsigned client is not packed, and no one but an administrator can replace an installed one', () => {
  expect(settings).toMatchObject({
    asar: true,
    win: { forceCodeSigning: true },
    mac: { forceCodeSigning: true, hardenedRuntime: true },
    nsis: { perMachine: true, allowToChangeInstallationDirectory: false },
  })
})
