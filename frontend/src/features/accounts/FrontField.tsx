import type { ReactElement } from 'react'
import { cloneElement, useId } from 'react'

interface Props {
  label: string
  /** What is missing; read out with the field. */
  error?: string | undefined
  children: ReactElement<Record<string, unknown>>
}

/** A labelled field without the form machinery: the login page has to be there at once. */
export function FrontField({ label, error, children }: Props) {
  const id = useId()
  const why = `${id}why`
  const told = error ? { 'aria-invalid': true, 'aria-describedby': why, status: 'error' } : {}
  return (
    <div className="front-field">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, { id, 'aria-required': true, ...told })}
      <div id={why} className="front-why" role="alert">
        {error}
      </div>
    </div>
  )
}
