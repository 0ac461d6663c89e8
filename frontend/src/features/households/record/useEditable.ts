import { useSearch } from '@tanstack/react-router'
import { useMay } from '../queries'

/** Only the present is changed here, and only by who may. */
export function useEditable(): boolean {
  const { at } = useSearch({ from: '/shell/households/$id' })
  return useMay('households:write') && at === undefined
}
