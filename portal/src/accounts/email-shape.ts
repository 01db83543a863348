const mostCharacters = 254

/** Whether a text could be an e-mail address; only a message that arrives proves it. */
export function looksLikeEmail(text: string): boolean {
  return text.length <= mostCharacters && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
}
