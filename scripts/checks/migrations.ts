import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { projectFolder } from '../data-folder.ts'
import { runCommand } from '../run-command.ts'

/** Generates migrations from the tables into a copy: a new file means that a table changed without one. */
export async function checkMigrations(): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'send-migrations-'))
  try {
    const out = path.join(folder, 'migrations')
    await cp(path.join(projectFolder, 'server/src/database/migrations'), out, { recursive: true })
    const before = await readdir(out)
    // drizzle-kit runs in the server's folder and reads a relative path from there.
    const server = path.join(projectFolder, 'server')
    const config = path.join(folder, 'drizzle.config.json')
    const schema = path.join(projectFolder, 'server/src/**/tables.ts')
    await writeFile(
      config,
      JSON.stringify({ dialect: 'postgresql', schema, out: path.relative(server, out) }),
    )
    const commandLine = ['--filter', '@send/server', 'exec', 'drizzle-kit', 'generate', `--config=${config}`]
    const { ok, output } = await runCommand('pnpm', commandLine)
    if (!ok) return [output]
    const added = (await readdir(out)).filter((name) => !before.includes(name))
    return added.map(
      (name) => `The tables have changed: run pnpm --filter @send/server db:generate (would add ${name}).`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
