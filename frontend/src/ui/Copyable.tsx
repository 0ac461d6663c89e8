import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '@/lib/copyText'

/** An identifier one needs elsewhere: a household number, a document number. */
export function Copyable({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation()
  const [done, setDone] = useState(false)
  const act = t(done ? 'ui.copied' : 'ui.copy', { label })
  return (
    <span className="masked">
      <span className="mono">{text}</span>
      <Button
        type="text"
        size="small"
        className="noprint"
        aria-label={act}
        title={act}
        icon={done ? <CheckOutlined /> : <CopyOutlined />}
        onClick={() => void copyText(text).then(() => setDone(true))}
      />
    </span>
  )
}
