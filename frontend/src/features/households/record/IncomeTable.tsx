import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { IncomeOut } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { Cell } from '@/ui/Cell'
import { useFields } from '../fields'
import { type Amounts, isPart } from '../income'
import { useOpen } from './go'
import { sourceWord } from './versions'

const money = { kind: 'money' } as const
const RESULTS = [
  ['net', 'net_income_fen'],
  ['perHead', 'net_income_per_head_fen'],
  ['disposable', 'disposable_income_fen'],
] as const

interface Props {
  years: readonly IncomeOut[]
  mayEdit: boolean
}

/** Years side by side; what a sum is made of stands indented below it. */
export function IncomeTable({ years, mayEdit }: Props) {
  const { t } = useTranslation()
  const open = useOpen()
  const fields = useFields()
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={t('households.tabs.income')}>
      <table className="plain-table incomes">
        <thead>
          <tr>
            <th scope="col">{t('households.income.item')}</th>
            {years.map(({ year }) => (
              <th key={year} scope="col" className="right">
                {t('households.income.year', { year })}
                {mayEdit ? (
                  <Button
                    type="text"
                    size="small"
                    icon={<EditOutlined />}
                    aria-label={t('households.income.fill', { year })}
                    title={t('households.income.fill', { year })}
                    onClick={() => open({ edit: `income.${year}` })}
                  />
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.section('income').map(({ slug, title }) => (
            <tr key={slug} className={isPart(slug) ? 'part' : undefined}>
              <th scope="row">{title}</th>
              {years.map(({ year, amounts }) => (
                <td key={year} className="right">
                  <Cell fact={money} value={(amounts as Amounts)[slug]} />
                </td>
              ))}
            </tr>
          ))}
          {RESULTS.map(([word, slug]) => (
            <tr key={slug} className="result">
              <th scope="row">{t(`households.income.${word}`)}</th>
              {years.map((income) => (
                <td key={income.year} className="right">
                  <Cell fact={money} value={income[slug]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {years.map(({ year, source, actor_name, recorded_at }) => (
              <td key={year} className="right sub">
                {t('households.version', {
                  source: sourceWord(t, source),
                  who: actor_name,
                  at: instant(recorded_at),
                })}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
