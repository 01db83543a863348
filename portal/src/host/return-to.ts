/**
 * Finds where to go after signing in: a path of this portal, never another site.
 * Anything else, such as //elsewhere or a back slash, becomes the home page.
 */
export function safeReturnTo(wanted: string | null | undefined): string {
  if (!wanted || !wanted.startsWith('/') || wanted.startsWith('//')) return '/'
  if (Array.from(wanted).some((character) => character === '\\' || character.charCodeAt(0) < 33)) return '/'
  const base = 'https://portal.invalid'
  const url = new URL(wanted, base)
  return url.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/'
}
