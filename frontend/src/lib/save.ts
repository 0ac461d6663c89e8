/** Hands a file to the person; the address of the blob lives only for the click. */
export function saveFile(content: Blob | string, name: string, type = 'text/csv'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
