/** Somebody as far as their name is known. */
export type Named = { givenNames?: string | null | undefined; familyName?: string | null | undefined }

/** The initials of somebody, of the first given name and the family name: “A. K.”; empty where no name is known. */
export function initialsOf({ givenNames, familyName }: Named): string {
  return [givenNames, familyName]
    .map((name) => /\p{L}\p{M}*/u.exec(name?.normalize('NFC') ?? '')?.[0])
    .filter((letter) => letter !== undefined)
    .map((letter) => `${letter.toLocaleUpperCase('en-GB')}.`)
    .join(' ')
}
