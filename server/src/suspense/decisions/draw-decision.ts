import { createHash } from 'node:crypto'

/**
 * Where from 0 to 1 the decisions about a child fall, spread evenly: by a seed that nobody is told, so that nobody foresees
 * it, and by the child alone, so that deciding again draws no other lot. Whoever has the seed can draw it again.
 */
export function drawDecision(seed: string, incomingChildId: string): number {
  const bytes = createHash('sha256').update(`${seed} ${incomingChildId}`).digest()
  // As many bits as a number holds exactly.
  return bytes.readUIntBE(0, 6) / 2 ** 48
}
