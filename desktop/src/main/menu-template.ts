import type { MenuItemConstructorOptions } from 'electron'
import { translator } from '@send/shared/texts/translator'
import { z } from 'zod'

const t = translator('en')

/** The screens that the signed-in officer may open, as the window names and orders them; none before sign-in. */
export const MenuScreens = z
  .array(
    z.strictObject({
      name: z.string().regex(/^[a-z][a-zA-Z]{1,40}$/),
      group: z.enum(['focus', 'administration']),
      title: z.string().min(1).max(60),
    }),
  )
  .max(40)
export type MenuScreens = z.infer<typeof MenuScreens>

type MenuActions = { open: (name: string) => void; lock: () => void; signOut: () => void }

/** The menu bar: the same screens as the navigation, in the same order, with the same keys. */
export function menuTemplate(screens: MenuScreens, actions: MenuActions): MenuItemConstructorOptions[] {
  const focus = items(screens, 'focus', actions)
  const administration = items(screens, 'administration', actions)
  const administrationMenu = { label: t('shell.group.administration'), submenu: administration }
  return [
    {
      label: t('shell.menu.file'),
      submenu: [
        {
          label: t('shell.menu.lock'),
          // Answered where the windows of files, which have no menu, are answered too.
          accelerator: 'CmdOrCtrl+L',
          registerAccelerator: false,
          enabled: screens.length > 0,
          click: () => actions.lock(),
        },
        { label: t('shell.signOut'), enabled: screens.length > 0, click: () => actions.signOut() },
        { type: 'separator' },
        { label: t('shell.menu.quit'), role: 'quit' },
      ],
    },
    // Without it macOS has no keys for copy and paste.
    { label: t('shell.menu.edit'), role: 'editMenu' },
    ...(focus.length > 0 ? [{ label: t('shell.group.focus'), submenu: focus }] : []),
    ...(administration.length > 0 ? [{ label: t('shell.group.tools'), submenu: [administrationMenu] }] : []),
    {
      label: t('shell.menu.view'),
      submenu: [
        { label: t('shell.menu.actualSize'), role: 'resetZoom' },
        { label: t('shell.menu.larger'), role: 'zoomIn' },
        { label: t('shell.menu.smaller'), role: 'zoomOut' },
        { label: t('shell.menu.fullScreen'), role: 'togglefullscreen' },
      ],
    },
    { label: t('shell.menu.help'), role: 'help', submenu: [{ label: t('shell.menu.about'), role: 'about' }] },
  ]
}

function items(
  screens: MenuScreens,
  group: MenuScreens[number]['group'],
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  return screens.flatMap((screen, index) =>
    screen.group === group
      ? {
          label: screen.title,
          // Shown here, but answered by the window, which knows when a dialog is open; there is no tenth digit.
          ...(index < 9 ? { accelerator: `CmdOrCtrl+${index + 1}`, registerAccelerator: false } : {}),
          click: () => actions.open(screen.name),
        }
      : [],
  )
}
