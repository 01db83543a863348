import { hoursUnfinished } from '@send/shared/submissions/upload-parts'
import type { UrlStorage } from 'tus-js-client'
import { digest } from './digest-of-arrived.ts'

const prefix = 'send-upload:'

/**
 * Where uploads of this browser can be resumed after the page was loaded again. It holds nothing but the address of an
 * upload under a hash: no name of a file, because somebody else may use this browser next.
 */
export const uploadMemory: UrlStorage = {
  findAllUploads: async () => [],

  async findUploadsByFingerprint(fingerprint) {
    const kept = read(fingerprint)
    if (!kept) return []
    const creationTime = new Date(kept.at).toISOString()
    const nothing = { size: null, metadata: {}, parallelUploadUrls: null }
    return [{ ...nothing, creationTime, urlStorageKey: fingerprint, uploadUrl: kept.url }]
  },

  async removeUpload(fingerprint) {
    localStorage.removeItem(fingerprint)
  },

  async addUpload(fingerprint, { uploadUrl }) {
    localStorage.setItem(fingerprint, JSON.stringify({ url: uploadUrl, at: Date.now() }))
    return fingerprint
  },
}

/** False where the browser keeps nothing, as some do in private windows. */
export function isMemoryThere(): boolean {
  try {
    return localStorage.length >= 0
  } catch {
    return false
  }
}

/** Under what an upload of this file to this question is remembered: a hash that says nothing of either name. */
export async function fingerprintOf(file: File, endpoint: string): Promise<string> {
  const { name, size, lastModified } = file
  const told = new TextEncoder().encode(JSON.stringify([name, size, lastModified]))
  return `${prefix}${endpoint}:${await digest(told)}`
}

/** Forgets uploads with which nobody can go on any more. */
export function forgetOld(): void {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  for (const key of keys) if (!read(key)) localStorage.removeItem(key)
}

function read(key: string): { url: string; at: number } | undefined {
  const text = localStorage.getItem(key)
  if (!text) return undefined
  const kept = JSON.parse(text) as { url: string; at: number }
  return Date.now() - kept.at < hoursUnfinished * 3_600_000 ? kept : undefined
}
