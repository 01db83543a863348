import { data } from 'react-router'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text has the shape of an id. */
export function isUuid(text: string): boolean {
  return uuid.test(text)
}

/** Refuses an address that names nothing: it is not found, as what does not exist. */
export function requireUuid(text: string): string {
  if (!isUuid(text)) throw data(null, { status: 404 })
  return text
}
