/** Files need the token, so a plain link cannot fetch them. */
import { sessionFetch } from './client'

export interface Download {
  blob: Blob
  name: string
}

function fileName(disposition: string | null, otherwise: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? otherwise
}

export async function download(path: string, init?: RequestInit): Promise<Download> {
  const response = await sessionFetch(path, { credentials: 'same-origin', ...init })
  const name = fileName(response.headers.get('Content-Disposition'), path.split('/').at(-1) ?? '')
  return { blob: await response.blob(), name }
}
