/** What a page was about to save: the names and values of its fields. */
export type Notes = [string, string][]

/** Notes of one page that outlive a reload of it, sealed with the page's key, until they are saved or the tab is closed. */
export type SealedNotes = {
  read(): Promise<Notes | undefined>
  write(notes: Notes): void
  forget(): void
}

/** The beginning of the names of all notes, by which signing out finds them. */
const prefix = 'send-unsaved '

/** Keeps notes in the session storage of the tab; where the browser cannot encrypt, nothing is kept. */
export function openNotes(place: string, key: string): SealedNotes {
  const name = `${prefix}${place}`
  const opened = crypto.subtle?.importKey('raw', toBytes(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
  let last = Promise.resolve()
  let turn = 0
  // Only the newest is worth the writing, and what was forgotten meanwhile stays forgotten.
  const seal = async (notes: Notes, own: number) => {
    if (opened === undefined || own !== turn) return
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const text = new TextEncoder().encode(JSON.stringify(notes))
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await opened, text)
    if (own === turn) sessionStorage.setItem(name, `${toText(iv)} ${toText(new Uint8Array(sealed))}`)
  }
  return {
    async read() {
      const [iv, sealed] = sessionStorage.getItem(name)?.split(' ') ?? []
      if (opened === undefined || !iv || !sealed) return undefined
      const algorithm = { name: 'AES-GCM', iv: toBytes(iv) }
      const text = await crypto.subtle
        .decrypt(algorithm, await opened, toBytes(sealed))
        .catch(() => undefined)
      return text ? (JSON.parse(new TextDecoder().decode(text)) as Notes) : undefined
    },
    write(notes) {
      turn += 1
      const own = turn
      // A full storage keeps nothing; the page itself still does.
      last = last.then(() => seal(notes, own)).catch(() => {})
    },
    forget() {
      turn += 1
      sessionStorage.removeItem(name)
    },
  }
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}

function toText(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
