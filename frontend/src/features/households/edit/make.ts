/** Making a household: one effect however often it is sent, then on to its record. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { FormInstance } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { ApiError, idempotent, newKey, tagged } from '@/api/client'
import { createHousehold } from '@/api/gen/sdk.gen'
import type { HouseholdCreate } from '@/api/gen/types.gen'
import { useServerErrors } from '@/ui/form/serverErrors'
import { useFields } from '../fields'
import { keepSaved } from '../queries'
import { filledFacts, type Values } from './values'

export interface NewValues {
  village_id: string
  hamlet_id?: string
  household_no: string
  valid_from?: string
  facts: Values
  members: Values[]
  /** Says that this is an initial load. */
  loads?: boolean
  initial_load?: HouseholdCreate['initial_load']
  not_same?: boolean
}

export function useMake(form: FormInstance<NewValues>) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const fields = useFields()
  const { lines, show, clear } = useServerErrors(form)
  const [refused, setRefused] = useState(false)
  const key = useRef(newKey())
  const bodyOf = (values: NewValues): HouseholdCreate => {
    const { hamlet_id, valid_from, loads, initial_load } = values
    const own = [...fields.section('household'), ...fields.section('living')]
    return {
      village_id: values.village_id,
      household_no: values.household_no.trim(),
      facts: filledFacts(own, values.facts),
      members: values.members.map((person) => filledFacts(fields.section('member'), person)),
      ...(hamlet_id && { hamlet_id }),
      ...(valid_from && { valid_from }),
      ...(loads && initial_load && { initial_load }),
    }
  }
  const { mutate, data, isPending, isSuccess } = useMutation({
    mutationFn: (values: NewValues) =>
      tagged(
        createHousehold({
          body: bodyOf(values),
          headers: idempotent(key.current),
          throwOnError: true,
        }),
      ),
    onMutate: clear,
    onSuccess: (saved) => keepSaved(client, saved),
    onError: (error) => {
      // An answer was given: the next try is another command. Without one it is the same.
      if (error instanceof ApiError && error.status !== 0) key.current = newKey()
      flushSync(() => setRefused(true))
      show(error)
    },
  })
  const id = data?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it has been made.
  useEffect(() => {
    if (id) void navigate({ to: '/households/$id', params: { id }, search: {}, replace: true })
  }, [id])
  return {
    lines,
    refused,
    pending: isPending,
    saved: isSuccess,
    submit: mutate,
    leave: () => void navigate({ to: '/households', search: {} }),
  }
}
