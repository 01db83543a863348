import { partBytes } from '@send/shared/submissions/upload-parts'

/** Over as many first bytes of a file as arrived of an upload, the digest that the server made of what it has. */
export async function digestOfArrived(file: File, arrived: number): Promise<string> {
  let digests = ''
  for (let at = 0; at < arrived; at += partBytes)
    digests += await digest(await file.slice(at, at + partBytes).arrayBuffer())
  return digest(new TextEncoder().encode(digests))
}

/** SHA-256 in hexadecimal figures. */
export async function digest(bytes: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
