import path from 'node:path'
import { projectFolder } from './data-folder.ts'

/** Servers and portals that tests start again and again are compiled once, unless the environment names another place. */
export function keepCompiled(): void {
  process.env.NODE_COMPILE_CACHE ??= path.join(projectFolder, 'node_modules/.cache/compiled')
}
