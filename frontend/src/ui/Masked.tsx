import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmReason } from './ConfirmReason'

const SHOWN_FOR_MS = 60_000

interface Props {
  /** As the API gives it: masked. */
  value: string
  /** What it is, for the button and the question: "身份证号". */
  label: string
  /** Calls `…/reveal`; without it the value stays masked for this person. */
  onReveal?: (reason: string) => Promise<string>
}

/** The clear value is asked for with a reason, shown for a minute and held nowhere else. */
export function Masked({ value, label, onReveal }: Props) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const [clear, setClear] = useState<string | null>(null)
  useEffect(() => {
    if (clear === null) return
    const timer = setTimeout(() => setClear(null), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [clear])
  const act = t(clear === null ? 'ui.reveal' : 'ui.hide', { label })
  return (
    <span className="masked">
      <span className="mono">{clear ?? value}</span>
      {onReveal ? (
        <Button
          type="text"
          size="small"
          aria-label={act}
          title={act}
          icon={clear === null ? <EyeOutlined /> : <EyeInvisibleOutlined />}
          onClick={() => (clear === null ? setAsking(true) : setClear(null))}
        />
      ) : null}
      {asking && onReveal ? (
        <ConfirmReason
          title={act}
          phrases={[
            t('ui.revealReasons.verify'),
            t('ui.revealReasons.pay'),
            t('ui.revealReasons.visit'),
          ]}
          confirmText={act}
          onConfirm={async (reason) => setClear(await onReveal(reason))}
          onClose={() => setAsking(false)}
        >
          <p className="sub">{t('ui.revealNote')}</p>
        </ConfirmReason>
      ) : null}
    </span>
  )
}
