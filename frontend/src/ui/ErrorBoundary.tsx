import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { ErrorCard } from './ErrorCard'

interface Props {
  children: ReactNode
  onReset: () => void
  what?: string
}
class Boundary extends Component<Props, { error: unknown }> {
  override state = { error: null as unknown }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  retry = () => {
    this.props.onReset()
    this.setState({ error: null })
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <ErrorCard
        error={error}
        onRetry={this.retry}
        {...(this.props.what && { what: this.props.what })}
      />
    )
  }
}

/** A part that fails alone: the rest of the page stays. */
export function ErrorBoundary({ children, what }: { children: ReactNode; what?: string }) {
  const { reset } = useQueryErrorResetBoundary()
  return (
    <Boundary onReset={reset} {...(what && { what })}>
      {children}
    </Boundary>
  )
}
