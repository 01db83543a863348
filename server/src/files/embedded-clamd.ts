import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const clamdPath = '/usr/sbin/clamd'
/** Ends clamd together with whoever started it, also when that one is killed. */
const setprivPath = '/usr/bin/setpriv'

/** A test text and a hash: enough to see that scanning works, and no protection. */
const trialSignatures = path.join(import.meta.dirname, 'trial-signatures')

export type EmbeddedClamd = { url: string; stop(): Promise<void> }

/** Whether Debian's clamav-daemon is on this machine. */
export function hasClamd(): boolean {
  return existsSync(clamdPath)
}

/**
 * A clamd of our own for trials and tests, with a configuration of ours and the trial signatures alone. A real
 * installation names its own, with current signatures, in CLAMD_URL. Throws what clamd said when it does not start.
 */
export async function startEmbeddedClamd(): Promise<EmbeddedClamd> {
  const folder = await mkdtemp(path.join(tmpdir(), 'send-clamd-'))
  const socket = path.join(folder, 'socket')
  const file = path.join(folder, 'clamd.conf')
  await writeFile(file, configurationFor(socket))
  const command = [
    ...(existsSync(setprivPath) ? [setprivPath, '--pdeathsig', 'TERM'] : []),
    clamdPath,
    '-c',
    file,
  ]
  const child = spawn(command[0] ?? clamdPath, command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => (said = `${said}${piece.toString()}`.slice(-2000)))
  const stop = async () => {
    await end(child)
    await rm(folder, { recursive: true, force: true })
  }
  // A minute at least: a busy machine takes its time over the signatures.
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    if (await answers(socket)) return { url: `unix:${socket}`, stop }
    if (child.exitCode !== null || child.signalCode !== null) break
    await wait(50)
  }
  await stop()
  throw new Error(`clamd did not start:\n${said}`)
}

/** Its limits are above ours (a picture written anew has 150 MB at most); what it cannot unpack it says. */
function configurationFor(socket: string): string {
  return `LocalSocket ${socket}
LocalSocketMode 600
DatabaseDirectory ${trialSignatures}
Foreground yes
StreamMaxLength 200M
MaxFileSize 200M
MaxScanSize 400M
AlertExceedsMax yes
MaxThreads 4
`
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket)
    connection.once('connect', () => connection.end('zPING\0'))
    connection.once('data', (answer) => resolve(String(answer) === 'PONG\0'))
    connection.once('error', () => resolve(false))
    connection.once('close', () => resolve(false))
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await Promise.race([ended, wait(5000, undefined, { ref: false })])
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await ended
}
