import { expect, test } from 'vitest'
import { MenuScreens, menuTemplate } from './menu-template.ts'

const screens: MenuScreens = [
  { name: 'people', group: 'focus', title: 'People' },
  { name: 'formBuilder', group: 'administration', title: 'Form Builder' },
]
const noActions = { open: () => {}, lock: () => {}, signOut: () => {} }

type Item = { label?: string; submenu?: unknown; click?: unknown }

/** Clicks through the menu by the words that stand on it. */
function click(menu: Item[], ...labels: string[]): void {
  const [label, ...deeper] = labels
  const item = menu.find((entry) => entry.label === label)
  if (deeper.length > 0 && Array.isArray(item?.submenu)) return click(item.submenu as Item[], ...deeper)
  if (typeof item?.click !== 'function') throw new Error(`${label} cannot be clicked`)
  item.click()
}

test('the menu opens the screens that the officer may open, locks, and signs out', () => {
  const asked: string[] = []
  const menu = menuTemplate(screens, {
    open: (name) => asked.push(name),
    lock: () => asked.push('lock'),
    signOut: () => asked.push('out'),
  })
  click(menu, 'Focus', 'People')
  click(menu, 'Tools', 'Administration', 'Form Builder')
  click(menu, 'File', 'Lock')
  click(menu, 'File', 'Sign out')
  expect(asked).toEqual(['people', 'formBuilder', 'lock', 'out'])
})

test('before sign-in the menu holds no screen, no locking and no signing out', () => {
  const menu = menuTemplate([], noActions)
  expect(menu.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Help'])
  const words = JSON.stringify(menu)
  expect(words).toContain('"label":"Sign out","enabled":false')
  expect(words).toContain(
    '"label":"Lock","accelerator":"CmdOrCtrl+L","registerAccelerator":false,"enabled":false',
  )
})

test('the first nine screens show their key, and there is none for more', () => {
  const many = Array.from({ length: 12 }, (_, index) => ({
    name: `screen${'x'.repeat(index)}`,
    group: 'focus' as const,
    title: `Screen ${index + 1}`,
  }))
  const words = JSON.stringify(menuTemplate(many, noActions))
  expect(words).toContain('CmdOrCtrl+9')
  expect(words.match(/CmdOrCtrl\+\d/g)).toHaveLength(9)
})

test('the menu has neither a reload nor the developer tools', () => {
  expect(JSON.stringify(menuTemplate(screens, noActions))).not.toMatch(/reload|devtools/i)
})

test.each([
  [[{ name: 'people', group: 'elsewhere', title: 'People' }]],
  [[{ name: '__proto__', group: 'focus', title: 'People' }]],
  [[{ name: 'people', group: 'focus', title: 'x'.repeat(61) }]],
  [[{ name: 'people', group: 'focus', title: 'People', click: 'rm' }]],
  [Array.from({ length: 41 }, () => screens[0])],
  ['people'],
])('a menu of another shape is refused (%#)', (message) => {
  expect(MenuScreens.safeParse(message).success).toBe(false)
})
