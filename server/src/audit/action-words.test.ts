import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { auditActionTexts } from '@send/shared/texts/audit-action-texts'
import { expect, test } from 'vitest'
import { appRouter } from '../router.ts'

const server = path.resolve(import.meta.dirname, '..')

test('every action that the trail can name has words', async () => {
  // A refused procedure is recorded under its path, whether or not it records anything when it is done.
  const actions = new Set([...Object.keys(appRouter._def.procedures), ...(await listWrittenActions())])
  expect(actions.size).toBeGreaterThan(40)
  const known = new Set(Object.keys(auditActionTexts))
  expect([...actions].filter((action) => !known.has(`audit.action.${action}`)).toSorted()).toEqual([])
})

/** The actions that stand in the source as text. */
async function listWrittenActions(): Promise<string[]> {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', server])
  const files = listed
    .toString()
    .split('\n')
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
  const texts = await Promise.all(
    files.filter((file) => !file.includes('testing/')).map((file) => readFile(path.resolve(file), 'utf8')),
  )
  return texts.flatMap((text) =>
    [...text.matchAll(/\baction(?:: | = [^\n]*?)'(?<name>\w+\.\w+)'/g)].map(
      ({ groups }) => groups?.name ?? '',
    ),
  )
}
