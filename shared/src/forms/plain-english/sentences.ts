/** The sentences of a text; a line of its own, such as an entry of a list, is one too. */
export function listSentences(text: string): string[] {
  return text
    .replaceAll(/\b(e\.g|i\.e|etc|no|Dr|Mr|Mrs|Ms|St)\./g, '$1')
    .split(/\n+|(?<=[.!?…])[”’")\]]*\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => listWords(sentence).length > 0)
}

/** The words of a text, numbers too. */
export function listWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
}
