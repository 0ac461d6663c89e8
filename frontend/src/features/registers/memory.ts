/** The row one opened, so that one comes back to it. In memory only: it stands for a person. */
import { session } from '@/api/session'

export const memory: { row: string | undefined } = { row: undefined }
session.onEnd(() => {
  memory.row = undefined
})
