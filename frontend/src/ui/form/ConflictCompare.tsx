/** Somebody else saved first: theirs and mine side by side, chosen field by field. */
import { Modal, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

export interface ConflictField {
  key: string
  label: string
  show?: (value: unknown) => ReactNode
}
export type Pick = 'theirs' | 'mine'
type Values = Readonly<Record<string, unknown>>

interface Props {
  fields: readonly ConflictField[]
  theirs: Values
  mine: Values
  /** "陈秀英 2018-11-25 10:05". */
  by?: string
  onResolve: (values: Record<string, unknown>) => void
  onClose: () => void
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The values to save: mine where nothing else was chosen. */
export function resolved(mine: Values, theirs: Values, picks: Readonly<Record<string, Pick>>) {
  return Object.fromEntries(
    Object.keys(mine).map((key) => [key, picks[key] === 'theirs' ? theirs[key] : mine[key]]),
  )
}

export function ConflictCompare({ fields, theirs, mine, by, onResolve, onClose }: Props) {
  const { t } = useTranslation()
  const [picks, setPicks] = useState<Record<string, Pick>>({})
  const different = fields.filter(({ key }) => key in mine && !same(mine[key], theirs[key]))
  return (
    <Modal
      open
      width={760}
      title={t('ui.conflict.title')}
      okText={t('ui.conflict.save')}
      cancelText={t('ui.cancel')}
      onOk={() => onResolve(resolved(mine, theirs, picks))}
      onCancel={onClose}
    >
      <p className="sub">{t('ui.conflict.why', { by: by ?? t('ui.conflict.somebody') })}</p>
      <table className="conflict">
        <thead>
          <tr>
            <th scope="col">{t('ui.conflict.field')}</th>
            <th scope="col">{t('ui.conflict.choice')}</th>
          </tr>
        </thead>
        <tbody>
          {different.map(({ key, label, show = String }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>
                <Radio.Group
                  aria-label={label}
                  value={picks[key] ?? 'mine'}
                  onChange={(event) => setPicks({ ...picks, [key]: event.target.value })}
                >
                  <Radio value="theirs">
                    {t('ui.conflict.theirs')}：{show(theirs[key] ?? '—')}
                  </Radio>
                  <Radio value="mine">
                    {t('ui.conflict.mine')}：{show(mine[key] ?? '—')}
                  </Radio>
                </Radio.Group>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}
