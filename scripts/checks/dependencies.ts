import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { projectFolder } from '../data-folder.ts'

type Floors = { checkedOn: string; floors: Record<string, string>; forbidden: string[] }

const mostAgeInDays = 90

/**
 * Holds the lock file against a list of versions below which a weakness is known, because the registry's
 * own audit cannot be asked everywhere. The list must not grow old.
 */
export async function checkDependencies(): Promise<string[]> {
  const list = JSON.parse(
    await readFile(path.join(import.meta.dirname, 'dependency-floors.json'), 'utf8'),
  ) as Floors
  const lock = await readFile(path.join(projectFolder, 'pnpm-lock.yaml'), 'utf8')
  const locked = [...lock.matchAll(/^ {2}'?(?<name>@?[^@'\s]+)@(?<version>\d[^:('\s]*)'?:$/gm)]
  const problems: string[] = []
  const age = (Date.now() - Date.parse(list.checkedOn)) / 86_400_000
  if (age > mostAgeInDays) {
    problems.push(
      `scripts/checks/dependency-floors.json was last checked on ${list.checkedOn}. Check it again and date it.`,
    )
  }
  if (locked.length < 100)
    problems.push('pnpm-lock.yaml could not be read: fewer than 100 packages were found in it.')
  for (const { groups } of locked) {
    const { name = '', version = '' } = groups ?? {}
    const floor = list.floors[name]
    if (list.forbidden.includes(name)) problems.push(`${name} must not be installed at all.`)
    if (floor && isBelow(version, floor))
      problems.push(`${name} ${version} is below ${floor}, where a weakness was mended.`)
  }
  return problems
}

function isBelow(version: string, floor: string): boolean {
  const [parts, least] = [version, floor].map((text) => (text.split('-')[0] ?? '').split('.').map(Number))
  for (let index = 0; index < 3; index += 1) {
    const difference = (parts?.[index] ?? 0) - (least?.[index] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
