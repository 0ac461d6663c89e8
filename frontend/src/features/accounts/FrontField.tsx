import { cloneElement, type ReactElement, useId } from 'react'

interface Props {
  label: string
  /** What is missing; read out with the field, which then has the focus. */
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
      <div id={why} className="front-why">
        {error}
      </div>
    </div>
  )
}
