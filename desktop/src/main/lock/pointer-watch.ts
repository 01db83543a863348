type Point = { x: number; y: number }

/** What the system also reports when a window opens, moves or closes under a pointer that rests. */
const movements: readonly string[] = ['mouseMove', 'mouseEnter', 'mouseLeave']

/**
 * Tells input of a person from what windows cause by themselves: a movement counts only where the pointer went
 * somewhere. `findPointer` is its place on the screen.
 */
export function watchPointer(findPointer: () => Point): (inputType: string) => boolean {
  let last = findPointer()
  return (inputType) => {
    if (!movements.includes(inputType)) return true
    const now = findPointer()
    const moved = now.x !== last.x || now.y !== last.y
    last = now
    return moved
  }
}
