/** Why nothing can be sealed: a sentence for whoever runs the server, with nothing about a child in it. */
export class SealingRefused extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'SealingRefused'
  }
}
