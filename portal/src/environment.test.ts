import { expect, test } from 'vitest'
import { parseEnvironment } from './environment.ts'

const needed = {
  SERVER_URL: 'http://127.0.0.1:4000',
  PORTAL_SERVICE_SECRET: 'x'.repeat(32),
  CITIZEN_ORIGIN: 'http://localhost:3000',
  PROFESSIONAL_ORIGIN: 'http://localhost:3001',
}
const addressOf = (text?: string) =>
  parseEnvironment({ ...needed, PAPER_FORMS_ADDRESS: text }).PAPER_FORMS_ADDRESS

test('the address for forms on paper is read line by line, and there need be none', () => {
  expect(addressOf('SEND team; 1, Bridge Street ;Eastlake EL1 1AA;')).toEqual([
    'SEND team',
    '1, Bridge Street',
    'Eastlake EL1 1AA',
  ])
  expect(addressOf('')).toEqual([])
  expect(addressOf()).toEqual([])
})

test.each([
  ['one line', 'SEND team, 1 Bridge Street, Eastlake'],
  ['more lines than fit an envelope', 'a;b;c;d;e;f;g;h'],
  ['a line that is too long', `SEND team;${'x'.repeat(61)}`],
  ['a line with a control character', 'SEND team;Bridge\nStreet'],
])('SR-567: an address of %s is refused when the portal starts, by the name of its setting', (_, text) => {
  expect(() => addressOf(text)).toThrow(/PAPER_FORMS_ADDRESS: must/)
})
