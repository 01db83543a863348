import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { projectFolder } from '../data-folder.ts'

const register = 'docs/security/requirements.md'

/**
 * Every security requirement has an id of its own, and the tests it names are there under those titles; and a
 * test that stands for an id of an outside list carries it in its title.
 */
export async function checkRequirements(): Promise<string[]> {
  const text = await readFile(path.join(projectFolder, register), 'utf8')
  const requirements = text.split(/^(?=\*\*SR-\d+\*\*)/m).filter((part) => part.startsWith('**SR-'))
  const ids = requirements.map((part) => /SR-\d+/.exec(part)?.[0] ?? '')
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  const faults = twice.map((id) => `${register}: ${id} stands twice. Give the later one a free number.`)
  for (const [index, part] of requirements.entries()) faults.push(...(await faultsOf(ids[index] ?? '', part)))
  const rows = text.matchAll(/^\| (A-\d\d|V\d+\.\d+\.\d+) +\|(.*)\|$/gm)
  for (const [, id = '', row = ''] of rows) faults.push(...(await faultsOfRow(id, row)))
  return faults
}

async function faultsOfRow(id: string, row: string): Promise<string[]> {
  const carries = new RegExp(`“[^”]*\\b${id.replaceAll('.', '\\.')}\\b[^”]*”`).test(row)
  const faults = await faultsOf(id, row)
  return carries ? faults : [...faults, `${register}: the test of ${id} does not carry the id in its title.`]
}

async function faultsOf(id: string, requirement: string): Promise<string[]> {
  // A heading after the requirement belongs to the next ones.
  const own = requirement.split(/^#/m)[0] ?? ''
  const faults: string[] = []
  for (const [, file = '', titles = ''] of own.matchAll(/`([\w./-]+\.(?:test|e2e)\.tsx?)`([^`]*)/g)) {
    const place = path.join(projectFolder, file)
    if (!existsSync(place)) {
      faults.push(`${register}: ${id} names ${file}, which is not there.`)
      continue
    }
    const source = squeeze(await readFile(place, 'utf8'))
    for (const [, title = ''] of titles.matchAll(/“([^”]*(?:“[^”]*”[^”]*)*)”/g)) {
      if (!source.includes(squeeze(title)))
        faults.push(`${register}: ${id} names the test “${squeeze(title)}”, which ${file} does not hold.`)
    }
  }
  return faults
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
