import { UploadOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '@/ui/form/FormErrors'
import { problemText } from '@/ui/problem'
import { AS_USUAL, FirstLoad, said } from './FirstLoad'
import { useUpload } from './queries'

/** Drop a workbook or choose one; it is uploaded at once and its page opens. */
export function UploadBox() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [load, setLoad] = useState(AS_USUAL)
  const { mutate, isPending, error } = useUpload(
    ({ id }) => void navigate({ to: '/imports/$batchId', params: { batchId: id } }),
  )
  const send = (file: File | undefined) => {
    if (file && !isPending) mutate({ file, ...said(load) })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    send(event.dataTransfer.files[0])
  }
  return (
    <section className="surface panel" aria-label={t('imports.upload')}>
      <FormErrors lines={error ? [problemText(error)] : []} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same */}
      <div
        className={`drop ${over ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Button
          color="primary"
          variant="solid"
          icon={<UploadOutlined />}
          loading={isPending}
          onClick={() => input.current?.click()}
        >
          {t(isPending ? 'imports.uploading' : 'imports.choose')}
        </Button>
        <span className="sub">{t('imports.dropHint')}</span>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx"
          aria-label={t('imports.choose')}
          onChange={(event) => {
            send(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      <FirstLoad load={load} onChange={setLoad} />
    </section>
  )
}
