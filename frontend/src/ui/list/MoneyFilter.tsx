import { useState } from 'react'
import { MoneyInput } from '../form/MoneyInput'

interface Props {
  id: string
  value: number | undefined
  onChange: (fen: number | undefined) => void
}

/** Asks when typing is over, not at every digit. */
export function MoneyFilter({ id, value, onChange }: Props) {
  const [typed, setTyped] = useState<number | null>(value ?? null)
  const ask = () => {
    if (!Number.isNaN(typed)) onChange(typed ?? undefined)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside is what has the focus.
    <div onBlur={ask} onKeyDown={(event) => event.key === 'Enter' && ask()}>
      <MoneyInput id={id} value={typed} onChange={setTyped} />
    </div>
  )
}
