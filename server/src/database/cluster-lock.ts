import { link, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Holds a cluster's folder for this process; the file beside it names the process and when it began. */
export async function lockCluster(folder: string): Promise<() => Promise<void>> {
  const file = lockFile(folder)
  const mine = `${process.pid} ${await startOf(process.pid)}\n`
  const prepared = `${file}.${process.pid}`
  await writeFile(prepared, mine, { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      // A link is made by exactly one of two starts.
      if (await linked(prepared, file)) return () => rm(file, { force: true })
      const holder = await findHolder(folder)
      if (holder !== undefined) throw new Error(inUse(folder, holder))
      await rm(file, { force: true })
    }
    throw new Error(inUse(folder, undefined))
  } finally {
    await rm(prepared, { force: true })
  }
}

/** The port of the PostgreSQL that a living process of ours runs on this folder, if any. */
export async function findRunningPort(folder: string): Promise<number | undefined> {
  if ((await findHolder(folder)) === undefined) return undefined
  const lines = await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  const port = Number(lines.split('\n')[3])
  return Number.isInteger(port) && port > 0 ? port : undefined
}

async function findHolder(folder: string): Promise<number | undefined> {
  const text = await readFile(lockFile(folder), 'utf8').catch(() => '')
  const [pid, start] = text.trim().split(' ')
  if (!pid || !start) return undefined
  // The start tells a process from a later one that got the same number.
  return (await startOf(Number(pid))) === start ? Number(pid) : undefined
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** When a process began, in ticks since the machine did: field 22 of its stat, after the name in brackets. */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
}

function lockFile(folder: string): string {
  return `${folder}.lock`
}

function inUse(folder: string, holder: number | undefined): string {
  const who = holder === undefined ? 'another start' : `process ${holder}`
  return `The folder ${folder} is in use by ${who}. Stop it, or choose another with SEND_DATA=FOLDER.`
}
