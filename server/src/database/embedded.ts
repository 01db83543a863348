import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { lockCluster } from './cluster-lock.ts'
import { postgresBinaries, runAs, type RunAs } from './postgres-binaries.ts'

export type EmbeddedPostgres = { port: number; ownerUrl: string; stop(): Promise<void> }

type Options = {
  /** Folder of the cluster; made when missing, mode 0700. */
  folder: string
  port: number
  /** Password of the owner, kept by the caller. */
  password: string
  /** False only in tests: writes are then not forced to the disk. */
  durable?: boolean
}

const owner = 'send_owner'

/**
 * Starts the PostgreSQL that comes with the npm package on a folder of its own and waits until it answers.
 * An orphan of an earlier run on the same folder is stopped first. Throws a sentence that says what to do
 * when the folder cannot be written or is in use, the port is taken or the server does not start.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const { folder, port } = options
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new Error(`The folder ${folder} cannot be written. Choose another with SEND_DATA=FOLDER.`, {
      cause,
    })
  })
  const unlock = await lockCluster(folder)
  try {
    const { child, ownerUrl } = await startServer(options)
    const stop = async () => {
      await stopProcess(child)
      await unlock()
    }
    return { port, ownerUrl, stop }
  } catch (error) {
    await unlock()
    throw error
  }
}

async function startServer(options: Options): Promise<{ child: ChildProcess; ownerUrl: string }> {
  const { folder, port } = options
  const as = await runAs(folder)
  await stopOrphan(folder)
  if (!existsSync(path.join(folder, 'PG_VERSION'))) await createCluster(options, as)
  const log = await open(path.join(folder, 'server.log'), 'w', 0o600)
  const child = spawn(as.command, [...as.prefix, postgresBinaries.server, ...serverArguments(options)], {
    // A process group of its own: Ctrl-C must not stop the database under the server that still uses it.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  await log.close()
  const ownerUrl = embeddedOwnerUrl(port, options.password)
  try {
    await waitUntilReady(child, folder, ownerUrl, port)
  } catch (error) {
    await stopProcess(child)
    throw error
  }
  child.unref()
  return { child, ownerUrl }
}

/** The address of an embedded cluster for its owner. */
export function embeddedOwnerUrl(port: number, password: string): string {
  return `postgres://${owner}:${password}@127.0.0.1:${port}/postgres`
}

function serverArguments({ folder, port, durable = true }: Options): string[] {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=120',
  ]
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  return ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])]
}

async function createCluster({ folder, password, durable = true }: Options, as: RunAs): Promise<void> {
  const passwordFile = path.join(folder, '..', `.password-${process.pid}`)
  await writeFile(passwordFile, password, { mode: 0o600 })
  await chmod(passwordFile, as.mode === 'nobody' ? 0o644 : 0o600)
  const options = ['-D', folder, '-U', owner, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const texts = ['--encoding=UTF8', '--locale=C.UTF-8']
  try {
    const child = spawn(as.command, [
      ...as.prefix,
      postgresBinaries.initdb,
      ...options,
      ...texts,
      ...(durable ? [] : ['--no-sync']),
    ])
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const code = await exitCode(child)
    if (code !== 0) throw new Error(`PostgreSQL could not make its folder ${folder}:\n${output.trim()}`)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function waitUntilReady(child: ChildProcess, folder: string, url: string, port: number): Promise<void> {
  const ended = exitCode(child)
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (await answers(url)) return
    const code = await Promise.race([ended, wait(100)])
    if (code === undefined) continue
    const log = await readFile(path.join(folder, 'server.log'), 'utf8')
    if (log.includes('Address already in use')) {
      throw new Error(
        `Port ${port} is in use by another program. Stop it, or choose another with DATABASE_PORT=NUMBER.`,
      )
    }
    throw new Error(`PostgreSQL did not start:\n${log.trim()}`)
  }
  throw new Error(`PostgreSQL did not answer within a minute. Its log is ${path.join(folder, 'server.log')}.`)
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Stops a PostgreSQL that still runs on this folder: its own lock file names it, and its command line agrees. */
async function stopOrphan(folder: string): Promise<void> {
  const lock = await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => undefined)
  const pid = Number(lock?.split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 1) return
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (!commandLine.split('\0').includes(folder)) return
  process.kill(pid, 'SIGINT')
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (!existsSync(`/proc/${pid}`)) return
    await wait(100)
  }
  throw new Error(`The PostgreSQL of an earlier run (process ${pid}) does not stop. End it and start again.`)
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = exitCode(child)
  child.ref()
  child.kill('SIGINT') // a fast shutdown: sessions are ended, everything committed is on the disk
  await ended
}

function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
