import { UploadOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Radio } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '@/ui/form/FormErrors'
import { problemText } from '@/ui/problem'
import { useUpload } from './queries'

const POVERTY_STATES = ['poor', 'exited', 'relapsed'] as const

/** Drop a workbook or choose one; it is uploaded at once and its page opens. */
export function UploadBox() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [document, setDocument] = useState('')
  const [state, setState] = useState<string>('poor')
  const { mutate, isPending, error } = useUpload(
    ({ id }) => void navigate({ to: '/imports/$batchId', params: { batchId: id } }),
  )
  const send = (file: File | undefined) => {
    const basis = document.trim()
    if (file && !isPending)
      mutate({ file, poverty_state: state, ...(basis && { document: basis }) })
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
      <details className="first-load">
        <summary>{t('imports.firstLoad')}</summary>
        <Form layout="vertical">
          <Form.Item label={t('imports.povertyState')}>
            <Radio.Group
              value={state}
              onChange={(event) => setState(event.target.value)}
              options={POVERTY_STATES.map((value) => ({
                value,
                label: t(`imports.povertyStates.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item
            label={t('imports.document')}
            htmlFor="import-document"
            help={t('imports.documentHelp')}
          >
            <Input
              id="import-document"
              maxLength={120}
              value={document}
              onChange={(event) => setDocument(event.target.value)}
            />
          </Form.Item>
        </Form>
      </details>
    </section>
  )
}
