const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const places = new Map(
  rows.flatMap((row, y) => Array.from(row).map((key, x) => [key, { x: x + y / 2, y }] as const)),
)
const mostOfIt = 0.7

/** Whether a text follows the keyboard from key to next key, as 1q2w3e4r and 1qaz2wsx do; plain words seldom do. */
export function isKeyboardWalk(text: string): boolean {
  const keys = Array.from(text.toLowerCase())
  const steps = keys.slice(1).filter((key, index) => areNeighbours(keys[index] ?? '', key)).length
  return keys.length > 1 && steps / (keys.length - 1) >= mostOfIt
}

function areNeighbours(left: string, right: string): boolean {
  const [from, to] = [places.get(left), places.get(right)]
  if (!from || !to) return false
  return Math.abs(from.x - to.x) <= 1 && Math.abs(from.y - to.y) <= 1
}
