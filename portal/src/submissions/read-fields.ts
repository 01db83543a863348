/** The fields of a posted form; files are sent in another way. */
export async function readFields(request: Request): Promise<Record<string, string>> {
  const fields: Record<string, string> = {}
  for (const [name, value] of await request.formData()) if (typeof value === 'string') fields[name] = value
  return fields
}
