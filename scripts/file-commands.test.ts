import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildBounce } from '@send/server/testing/mail-steps'
import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from './run-command.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'send-files-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The command line on a data folder of its own, called from the folder with the files. */
async function send(...words: string[]): Promise<{ ok: boolean; said: string[] }> {
  const environment = { SEND_DATA: path.join(folder, 'data'), INIT_CWD: folder }
  const script = path.join(import.meta.dirname, 'send.ts')
  const { ok, output } = await runCommand(process.execPath, [script, ...words], { environment })
  return { ok, said: output.trim().split('\n') }
}

const heading = 'external_id,given_names,family_name,date_of_birth,postcode\n'

test('people and schools are taken in from files, and a file of children is matched, without the samples', async () => {
  await writeFile(path.join(folder, 'schools.csv'), 'urn,name\n123456,St Non’s Primary\n')
  await writeFile(
    path.join(folder, 'people.csv'),
    `${heading}P1,Amira,Khan,2014-02-14,LS8 4AB\nP2,Jo,,2012-01-01,\n`,
  )
  await writeFile(path.join(folder, 'children.csv'), `${heading}I1,Amira,Kahn,2014-02-14,LS8 4AB\n`)

  expect(await send('bases', 'import', 'schools.csv')).toEqual({
    ok: true,
    said: ['1 lines: 1 were added, 0 are on record already, 0 refused.'],
  })
  const refused = 'line 3: refused: family_name is missing'
  expect(await send('people', 'import', 'people.csv', '--dry-run')).toEqual({
    ok: true,
    said: [refused, '2 lines: 1 would be added, 0 are on record already, 1 refused. Nothing was changed.'],
  })
  expect(await send('people', 'import', 'people.csv')).toEqual({
    ok: true,
    said: [refused, '2 lines: 1 were added, 0 are on record already, 1 refused.'],
  })
  const matched = await send('incoming', 'match', 'children.csv', '--dry-run', '--out', 'decisions.csv')
  expect(matched.said[0]).toContain('1 incoming children against 1 people on record')
  const [columns, line] = (await readFile(path.join(folder, 'decisions.csv'), 'utf8')).split('\r\n')
  expect(columns).toBe(
    '"incoming_id","person_external_id","rank","weight","probability","decision","reasons"',
  )
  expect(line).toMatch(/^"I1","P1",1,/)

  for (const said of ['1 were added, 0 are', '0 were added, 1 are'])
    expect(await send('incoming', 'import', 'children.csv')).toEqual({
      ok: true,
      said: [`1 lines: ${said} in suspense already, 0 refused.`],
    })
})

test.each([
  [['people', 'import', 'nothing.csv', '--really'], 'npm run send -- people import FILE.csv [--dry-run]'],
  [['incoming', 'import', '--out', 'b.csv'], 'npm run send -- incoming import FILE.csv [--dry-run]'],
  [
    ['incoming', 'match', 'a.csv', '--out', 'b.csv'],
    'npm run send -- incoming match FILE.csv --dry-run --out DECISIONS.csv',
  ],
])('%j is answered with how to say it', async (words, usage) => {
  expect(await send(...words)).toEqual({ ok: false, said: [usage] })
})

test('a bounce is taken in from a file, and what is none is said with what to do', async () => {
  const mailId = newId()
  await writeFile(path.join(folder, 'bounce.eml'), buildBounce(mailId))
  await writeFile(path.join(folder, 'holiday.eml'), 'Subject: Out of office\n\nBack on Monday.')
  expect(await send('mail', 'bounce', 'bounce.eml')).toEqual({
    ok: true,
    said: [`E-mail ${mailId} is not known any more, or its end is: nothing was changed.`],
  })
  expect(await send('mail', 'bounce', 'holiday.eml')).toEqual({
    ok: false,
    said: [
      'This message is no delivery status notification (RFC 3464), perhaps an automatic answer. Nothing was changed.',
    ],
  })
  const none = await send('mail', 'bounce', 'none.eml')
  expect(none).toMatchObject({ ok: false })
  expect(none.said[0]).toMatch(/^There is no file .+none\.eml\. Give the whole message/)
})

test('a file that is not there, and a folder that cannot be written, are said before anything is done', async () => {
  await mkdir(path.join(folder, 'kept'))
  await writeFile(path.join(folder, 'kept', 'few.csv'), heading)
  const missing = path.join(folder, 'no-such.csv')
  expect(await send('people', 'import', 'no-such.csv')).toEqual({
    ok: false,
    said: [`There is no file ${missing}. Look at how its name is written.`],
  })
  expect(await send('bases', 'import', 'kept')).toMatchObject({ ok: false })
  const out = path.join(folder, 'nowhere', 'decisions.csv')
  expect(
    await send('incoming', 'match', 'kept/few.csv', '--dry-run', '--out', 'nowhere/decisions.csv'),
  ).toEqual({
    ok: false,
    said: [`${out} cannot be written. Choose a folder that is there and that you may write to.`],
  })
})
