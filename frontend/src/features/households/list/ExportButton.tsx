import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../queries'

const ExportDialog = lazy(async () => ({
  default: (await import('./ExportDialog')).ExportDialog,
}))

/** Asks for an export of one's area as a job and follows it. */
export function ExportButton() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  if (!useMay('households:export')) return null
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => setOpen(true)}>
        {t('exports.button')}
      </Button>
      <Suspense>{open ? <ExportDialog onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
