import { InfoCircleOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusWord } from './StatusWord'

export interface StatProps {
  title: string
  /** Already formatted: "98.2%", "1,352 人". A link makes it open its people. */
  value: ReactNode
  /** "目标 100%". */
  goal?: string | null
  /** null: too thin to tell. */
  met?: boolean | null
  /** Against the last period, with its sign: "+12". */
  change?: string | null
  /** How many records are too thin to tell; counted apart, never as yes. */
  unknown?: number
  asOf?: string
  /** 指标口径. */
  definition?: ReactNode
  /** What else belongs to the number: a mark, a link to those who cannot be told. */
  notes?: ReactNode
}

/** A number with its goal, its change, its unknowns, its day and its definition. */
export function Stat({ title, value, goal, met, change, unknown, asOf, ...rest }: StatProps) {
  const { t } = useTranslation()
  const { definition, notes } = rest
  const state = met === true ? 'done' : met === false ? 'failed' : 'pending'
  const word = t(`ui.goal.${met === true ? 'met' : met === false ? 'missed' : 'unclear'}`)
  return (
    <section className="surface stat" aria-label={title}>
      <div className="stat-title">
        {title}
        {definition ? (
          <Popover
            content={<div className="definition">{definition}</div>}
            trigger={['click', 'hover']}
          >
            <Button
              type="text"
              size="small"
              aria-label={t('ui.definitionOf', { title })}
              icon={<InfoCircleOutlined />}
            />
          </Popover>
        ) : null}
      </div>
      <div className="stat-value num">{value}</div>
      <div className="stat-notes">
        {goal ? <span className="sub">{goal}</span> : null}
        {met !== undefined ? <StatusWord status={state}>{word}</StatusWord> : null}
        {change ? <span className="sub">{t('ui.change', { change })}</span> : null}
        {unknown ? <span className="sub">{t('ui.unknownCount', { n: unknown })}</span> : null}
        {notes}
        {asOf ? <span className="sub">{t('ui.asOf', { day: asOf })}</span> : null}
      </div>
    </section>
  )
}
