import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildDesktop } from './build-desktop.ts'
import { projectFolder } from './data-folder.ts'
import { provideElectron } from './electron.ts'

await buildDesktop((line) => console.log(line))
const { executable, version } = await provideElectron()
const serverUrl = process.env.SEND_SERVER_URL ?? 'http://127.0.0.1:4000'
console.log(`Opening the client in Electron ${version} against ${serverUrl}…`)
// Chromium's sandbox cannot be used by root; an ordinary user has it.
const options = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const child = spawn(executable, [...options, path.join(projectFolder, 'desktop')], {
  stdio: 'inherit',
  env: { ...process.env, SEND_SERVER_URL: serverUrl },
})
child.once('error', (error) => console.error(`The client could not be opened: ${error.message}`))
child.once('exit', (code) => process.exit(code ?? 0))
