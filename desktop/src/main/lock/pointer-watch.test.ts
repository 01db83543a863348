import { expect, test } from 'vitest'
import { watchPointer } from './pointer-watch.ts'

test.each(['mouseMove', 'mouseEnter', 'mouseLeave'])(
  '%s under a pointer that rests is of a window, and of a person only once the pointer went elsewhere',
  (inputType) => {
    let pointer = { x: 720, y: 450 }
    const isOfPerson = watchPointer(() => pointer)
    expect(isOfPerson(inputType)).toBe(false)
    pointer = { x: 720, y: 451 }
    expect(isOfPerson(inputType)).toBe(true)
    expect(isOfPerson(inputType)).toBe(false)
  },
)

test.each(['rawKeyDown', 'mouseDown', 'mouseWheel', 'touchStart', 'gestureTap'])(
  '%s is of a person wherever the pointer is',
  (inputType) => {
    const isOfPerson = watchPointer(() => ({ x: 0, y: 0 }))
    expect(isOfPerson(inputType)).toBe(true)
    expect(isOfPerson(inputType)).toBe(true)
  },
)
