import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import type { Download } from '@/api/download'
import { saveFile } from '@/lib/save'
import { problemText } from './problem'

interface Props {
  /** Fetches the file: `() => download('/api/v1/…')`. */
  fetch: () => Promise<Download>
  children: ReactNode
  disabled?: boolean
}

export function DownloadButton({ fetch, children, disabled }: Props) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: fetch,
    onSuccess: ({ blob, name }) => saveFile(blob, name),
  })
  return (
    <>
      <Button
        icon={<DownloadOutlined />}
        loading={isPending}
        disabled={disabled ?? false}
        onClick={() => mutate()}
      >
        {children}
      </Button>
      {error ? <Alert role="alert" type="error" showIcon title={problemText(error)} /> : null}
    </>
  )
}
