import { useEffect, useState } from 'react'

/** A value once typing has rested. */
export function useRested<T>(value: T, ms = 500): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return rested
}
