import { expect, test } from 'vitest'
import { takeOutLayers, type ValueLayer } from './take-out-layers.ts'

function layer(id: string, before: string | null, written: string | null, leaves = false): ValueLayer {
  return { id, before, written, leaves }
}

test('the change on top leaves, and the value is what it was before', () => {
  expect(takeOutLayers([layer('merge', 'a', 'b', true)], 'b')).toEqual({
    now: 'a',
    befores: new Map(),
    isStuck: false,
  })
})

test('a change on top of one that leaves stays, and stands on what was before both', () => {
  const layers = [layer('merge', null, 'b', true), layer('import', 'b', 'c')]
  expect(takeOutLayers(layers, 'c')).toEqual({
    now: 'c',
    befores: new Map([['import', null]]),
    isStuck: false,
  })
})

test('several changes leave, one after another, also with one between them that stays', () => {
  const [first, last] = [layer('merge', 'a', 'b', true), layer('later', 'b', 'c', true)]
  expect(takeOutLayers([first, last], 'c')).toMatchObject({ now: 'a' })
  const between = [first, layer('import', 'b', 'c'), layer('later', 'c', 'd', true)]
  expect(takeOutLayers(between, 'd')).toMatchObject({ now: 'c', befores: new Map([['import', 'a']]) })
})

test('what somebody changed by hand since, stays', () => {
  expect(takeOutLayers([layer('merge', 'a', 'b', true)], 'by hand')).toMatchObject({
    now: 'by hand',
    isStuck: true,
  })
  const layers = [layer('merge', 'a', 'b', true), layer('import', 'by hand', 'c')]
  expect(takeOutLayers(layers, 'c')).toEqual({ now: 'c', befores: new Map(), isStuck: false })
})
