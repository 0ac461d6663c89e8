/** Puts the errors of a refused form on their fields; what has no field stands on top. */
import type { FormInstance } from 'antd'
import { useState } from 'react'
import { ApiError } from '@/api/client'
import { problemText } from '../problem'

type Name = (string | number)[]
export interface PlacedErrors {
  fields: { name: Name; errors: string[] }[]
  rest: string[]
}

/** `/members/0/name` → `['members', 0, 'name']` (RFC 6901; a leading `#` or `/body` is dropped). */
export function fieldName(pointer: string): Name {
  const parts = pointer.replace(/^#/, '').split('/').slice(1)
  const inBody = parts[0] === 'body' ? parts.slice(1) : parts
  return inBody
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

const same = (a: Name, b: Name) => a.length === b.length && a.every((part, i) => part === b[i])

export function placeErrors(error: unknown, known: (name: Name) => boolean): PlacedErrors {
  if (!(error instanceof ApiError) || error.problem.errors.length === 0)
    return { fields: [], rest: [problemText(error)] }
  const placed: PlacedErrors = { fields: [], rest: [] }
  for (const { pointer, message } of error.problem.errors) {
    const name = fieldName(pointer)
    const there = placed.fields.find((field) => same(field.name, name))
    if (there) there.errors.push(message)
    else if (name.length && known(name)) placed.fields.push({ name, errors: [message] })
    else placed.rest.push(message)
  }
  return placed
}

export function useServerErrors<Values>(form: FormInstance<Values>) {
  const [lines, setLines] = useState<string[]>([])
  const show = (error: unknown) => {
    const known = (name: Name) => form.getFieldInstance(name as never) !== undefined
    const { fields, rest } = placeErrors(error, known)
    form.setFields(fields as Parameters<typeof form.setFields>[0])
    if (fields[0]) form.scrollToField(fields[0].name as never, { focus: true, block: 'center' })
    setLines(rest)
  }
  return { lines, show, clear: () => setLines([]) }
}
