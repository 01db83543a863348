/** Reads a posted form as text fields; a field that was not sent is ''. */
export async function readPosted(request: Request): Promise<(name: string) => string> {
  const form = await request.formData()
  return (name) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
}
