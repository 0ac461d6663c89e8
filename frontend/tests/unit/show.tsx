import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { ConfigProvider } from 'antd'
import type { ReactElement } from 'react'

/** Renders as the application does: with a query client of its own and antd as we set it. */
export const show = (ui: ReactElement) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ConfigProvider button={{ autoInsertSpace: false }}>{ui}</ConfigProvider>
    </QueryClientProvider>,
  )
