/** What the list remembers while one is in a record. In memory only: it may name a person. */
import { session } from '@/api/session'

const empty = { text: '', row: undefined as string | undefined }
export const memory = { ...empty }
session.onEnd(() => Object.assign(memory, empty))
