/** Milliseconds. */
const patience = 10_000

/**
 * Asks the server to end a session that is forgotten here already. Not reached, it ends there all the same: by
 * itself, after the time without use.
 */
export async function endAtServer(serverUrl: string, authorization: Record<string, string>): Promise<void> {
  try {
    await fetch(`${serverUrl}/trpc/accounts.signOut`, {
      method: 'POST',
      headers: { ...authorization, 'content-type': 'application/json' },
      body: '{}',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
  } catch {
    // Nobody can do anything about it here, and nobody holds the token any more.
  }
}
