import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '@/lib/copyText'

export function Snippet({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation()
  const [done, setDone] = useState(false)
  const act = t(done ? 'ui.copied' : 'ui.copy', { label })
  return (
    <section className="snippet" aria-label={label}>
      {/* It scrolls sideways, so the keyboard must be able to reach it. */}
      <pre className="mono" tabIndex={0}>
        {text}
      </pre>
      <Button
        size="small"
        aria-label={act}
        title={act}
        icon={done ? <CheckOutlined /> : <CopyOutlined />}
        onClick={() => void copyText(text).then(() => setDone(true))}
      />
    </section>
  )
}
