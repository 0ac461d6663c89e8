import type { ReactNode } from 'react'

interface Props {
  title: string
  /** Count, definition, status: what belongs to the title. */
  children?: ReactNode
  actions?: ReactNode
}

export function PageHead({ title, children, actions }: Props) {
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {children}
      <span className="grow" />
      {actions}
    </header>
  )
}
