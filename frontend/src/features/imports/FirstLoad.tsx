import { Form, Input, InputNumber, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Upload } from './queries'

export const POVERTY_STATES = ['poor', 'exited', 'relapsed'] as const
const FIRST_YEAR = 1990
const LAST_YEAR = 2100

export interface Load {
  state: string
  year: number | null
  document: string
}
export const AS_USUAL: Load = { state: 'poor', year: null, document: '' }

/** What the server is told; what was left blank it takes from the roster itself. */
export function said({ state, year, document }: Load): Omit<Upload, 'file'> {
  const basis = document.trim()
  return {
    poverty_state: state,
    ...(year !== null && { year }),
    ...(basis && { document: basis }),
  }
}

interface Props {
  load: Load
  onChange: (load: Load) => void
}

/** State, year and paper of households that stood on the lists before this system was in use. */
export function FirstLoad({ load, onChange }: Props) {
  const { t } = useTranslation()
  const set = (patch: Partial<Load>) => onChange({ ...load, ...patch })
  return (
    <details className="first-load">
      <summary>{t('imports.firstLoad')}</summary>
      <Form layout="vertical">
        <Form.Item label={t('imports.povertyState')}>
          <Radio.Group
            value={load.state}
            onChange={(event) => set({ state: event.target.value })}
            options={POVERTY_STATES.map((value) => ({
              value,
              label: t(`imports.povertyStates.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          label={t(load.state === 'exited' ? 'imports.exitYear' : 'imports.loadYear')}
          htmlFor="import-year"
          help={t('imports.yearHelp')}
        >
          <InputNumber
            id="import-year"
            min={FIRST_YEAR}
            max={LAST_YEAR}
            precision={0}
            value={load.year}
            onChange={(year) => set({ year })}
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
            value={load.document}
            onChange={(event) => set({ document: event.target.value })}
          />
        </Form.Item>
      </Form>
    </details>
  )
}
