import { canonicalJson } from '../../values/canonical-json.ts'
import type { FormDefinition } from '../form-definition.ts'

// Named here because `shared` knows neither the DOM nor Node; every runtime of ours has them.
declare const crypto: { subtle: { digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer> } }
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** The SHA-256 of a definition as 64 hexadecimal digits: the same on both sides, in whatever order its keys stand. */
export async function hashDefinition(definition: FormDefinition): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(definition))
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
