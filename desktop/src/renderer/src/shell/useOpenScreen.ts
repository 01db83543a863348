import { translator } from '@send/shared/texts/translator'
import { useEffect, useRef, useState, type RefObject } from 'react'

import { bridge } from '../bridge.ts'
import type { Screen } from './screens.tsx'

const t = translator('en')

type OpenScreen = {
  screen: Screen | undefined
  /** Grows with every opening, so that a screen opened again starts afresh. */
  visit: number
  open: (screen: Screen) => void
  /** Belongs on the element that holds the screen: its heading takes the focus. */
  content: RefObject<HTMLElement | null>
}

/** Which screen is open; by the navigation, by the menu bar, or by Ctrl and its number. */
export function useOpenScreen(screens: readonly Screen[], first: string | undefined): OpenScreen {
  const [opened, setOpened] = useState(() => ({
    screen: screens.find(({ name }) => name === first) ?? screens[0],
    visit: 0,
  }))
  const content = useRef<HTMLElement>(null)
  function open(screen: Screen) {
    setOpened(({ visit }) => ({ screen, visit: visit + 1 }))
  }

  useEffect(() => {
    const stop = bridge.menu.onOpen((name) => {
      const screen = screens.find((known) => known.name === name)
      if (screen && !isDialogOpen()) open(screen)
    })
    function onKeyDown(event: KeyboardEvent) {
      const screen = screens[Number(event.key) - 1]
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !screen) return
      event.preventDefault()
      if (!isDialogOpen()) open(screen)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      stop()
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [screens])

  useEffect(() => {
    void bridge.menu.show(screens.map(({ name, group, title }) => ({ name, group, title: t(title) })))
    return () => void bridge.menu.show([])
  }, [screens])

  useEffect(() => focusHeading(content.current), [opened])

  return { ...opened, open, content }
}

/** A question that waits for its answer is not left behind by a key. */
function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog][aria-modal=true]') !== null
}

/** Moves the focus to the screen's heading, so that its name is read out and Tab goes on from there. */
function focusHeading(content: HTMLElement | null): void {
  const target = content?.querySelector('h1') ?? content
  if (!target) return
  target.tabIndex = -1
  target.focus()
}
