let token: string | undefined

/** The token of the officer's session, in the memory of the main process alone: the window never sees it. */
export function findToken(): string | undefined {
  return token
}

/** Remembers a new token, or forgets the session. */
export function keepToken(next: string | undefined): void {
  token = next
}
