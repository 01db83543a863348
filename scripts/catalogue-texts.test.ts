import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Catalogue } from '@send/shared/texts/language'
import { expect, test } from 'vitest'

const folder = path.join(import.meta.dirname, '../shared/src/texts')

test('a parameter stands in two braces in every text: one brace would be shown as it is', async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('-texts.ts'))
  const modules = await Promise.all(
    files.map(async (name) => {
      const url = pathToFileURL(path.join(folder, name)).href
      return (await import(url)) as Record<string, Catalogue>
    }),
  )
  const texts = modules.flatMap((module) => Object.values(module)).flatMap((one) => Object.entries(one))
  expect(texts.length).toBeGreaterThan(1000)
  const wrong = texts.filter(([, { en, cy = '' }]) =>
    [en, cy].some((text) => /[{}]/.test(text.replaceAll(/\{\{\w+\}\}/g, ''))),
  )
  expect(wrong).toEqual([])
})
