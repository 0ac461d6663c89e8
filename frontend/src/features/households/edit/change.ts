/** Saving a change of a household: with the version it was made from, compared when another came. */
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormInstance } from 'antd'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { isConflict, type Tagged, tagged } from '@/api/client'
import type { HouseholdSaved } from '@/api/gen/types.gen'
import { useServerErrors } from '@/ui/form/serverErrors'
import { type Household, householdQuery, keepSaved } from '../queries'
import { overlap, type Values } from './values'

export type Call = Promise<{ data: HouseholdSaved; response: Response }>
type Saved = Tagged<HouseholdSaved>

export interface Conflict {
  mine: Values
  fresh: Household
}
interface Settings<V> {
  form: FormInstance<V>
  /** The record as it was when the form opened. */
  base: Household
  send: (mine: Values, etag: string) => Call
  /** The facts in question, as a record has them; without it nothing can be compared. */
  read?: (household: Household) => Values
}

export function useChange<V>({ form, base, send, read }: Settings<V>) {
  const client = useQueryClient()
  const { lines, show, clear } = useServerErrors(form)
  const [conflict, setConflict] = useState<Conflict>()
  const [refused, setRefused] = useState(false)
  const etag = useRef(base.etag)
  const { mutate, isPending, isSuccess }: UseMutationResult<Saved, Error, Values> = useMutation({
    mutationFn: (mine: Values): Promise<Saved> => tagged(send(mine, etag.current)),
    onMutate: clear,
    onSuccess: (saved) => keepSaved(client, saved),
    onError: async (error, mine): Promise<void> => {
      if (isConflict(error)) {
        const fresh = await client.fetchQuery({ ...householdQuery(base.id), staleTime: 0 })
        etag.current = fresh.etag
        if (!read) return show(error)
        // Somebody changed something else: both changes stand.
        if (overlap(mine, read(base), read(fresh)).length === 0) return mutate(mine)
        return setConflict({ mine, fresh })
      }
      // The folded part opens first, or the field in it cannot take the focus.
      flushSync(() => setRefused(true))
      show(error)
    },
  })
  return {
    lines,
    refused,
    conflict,
    pending: isPending,
    saved: isSuccess,
    save: mutate,
    resolve: (chosen: Values) => {
      setConflict(undefined)
      mutate({ ...conflict?.mine, ...chosen })
    },
    drop: () => setConflict(undefined),
  }
}
