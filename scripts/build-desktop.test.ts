import { readdir, readFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { expect, test } from 'vitest'
import { buildDesktop } from './build-desktop.ts'
import { projectFolder } from './data-folder.ts'

// The bundler leaves an import that it cannot resolve as a bare require, without an error.
test.each([
  ['main', ['better-sqlite3', 'electron']],
  ['preload', ['electron']],
])('the built %s process requires nothing but what is there in the packed client', async (part, expected) => {
  await buildDesktop(() => {})
  const folder = path.join(projectFolder, 'desktop/out', part)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.cjs'))
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
  const required = texts.flatMap((text) =>
    [...text.matchAll(/\b(?:require|import)\(\s*["'`](?<name>[^"'`]+)["'`]\s*\)/g)].map(
      ({ groups }) => groups?.['name'] ?? '',
    ),
  )
  const foreign = required.filter((name) => !name.startsWith('./') && !(part === 'main' && isBuiltin(name)))
  expect([...new Set(foreign)].toSorted()).toEqual(expected)
})
