import { type ReactNode, Suspense, useId } from 'react'
import { ErrorBoundary } from './ErrorBoundary'
import { Loading } from './Loading'

interface Props {
  title: string
  /** Beside the title: definition, switches. */
  extra?: ReactNode
  children: ReactNode
  className?: string
  rows?: number
}

/** A card loads alone and fails alone. */
export function Card({ title, extra, children, className, rows = 3 }: Props) {
  const id = useId()
  return (
    <section className={`surface panel ${className ?? ''}`} aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {extra}
      </div>
      <ErrorBoundary what={title}>
        <Suspense fallback={<Loading rows={rows} />}>{children}</Suspense>
      </ErrorBoundary>
    </section>
  )
}
