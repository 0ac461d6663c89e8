import { useNavigate } from '@tanstack/react-router'

export function useGo() {
  const navigate = useNavigate({ from: '/places' })
  return (patch: { open?: string; waiting?: boolean | undefined }) =>
    void navigate({ to: '.', search: (was) => ({ ...was, ...patch }) as typeof was })
}
