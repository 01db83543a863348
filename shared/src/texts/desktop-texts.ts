import type { Catalogue } from './language.ts'

/** The client's window and its sign-in, in English only. */
export const desktopTexts = {
  'shell.navigation': { en: 'Screens' },
  'shell.signedInAs': { en: 'Signed in as {{name}}' },
  'shell.closeNotice': { en: 'Close this notice' },
  'shell.signOut': { en: 'Sign out' },
  'signIn.title': { en: 'Sign in' },
  'signIn.email': { en: 'E-mail' },
  'signIn.password': { en: 'Password' },
  'signIn.code': { en: 'Code from your authenticator app' },
  'signIn.verify': { en: 'Verify' },
  'signIn.refused': { en: 'The e-mail or the password is not right.' },
  'signIn.tooManyTries': { en: 'Too many tries. Wait a few minutes and try again.' },
  'signIn.codeRefused': { en: 'That code is not right. Try the next one.' },
} satisfies Catalogue
