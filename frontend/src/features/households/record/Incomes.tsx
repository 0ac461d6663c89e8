import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Empty } from '@/ui/Empty'
import type { Amounts } from '../income'
import type { Household } from '../queries'
import { useOpen } from './go'
import { IncomeTable } from './IncomeTable'
import { useEditable } from './useEditable'
import { Worked } from './Worked'

/** Income by year, latest first, and how the latest comes to what it is per head. */
export function Incomes({ household }: { household: Household }) {
  const { t } = useTranslation()
  const open = useOpen()
  const editable = useEditable()
  const years = [...household.incomes].sort((a, b) => b.year - a.year)
  const [latest] = years
  return (
    <>
      {editable ? (
        <div className="tab-actions">
          <Button icon={<PlusOutlined />} onClick={() => open({ edit: 'income.new' })}>
            {t('households.income.add')}
          </Button>
        </div>
      ) : null}
      {latest ? (
        <>
          <section className="fact-group">
            <h3>{t('households.income.worked', { year: latest.year })}</h3>
            <Worked amounts={latest.amounts as Amounts} members={household.member_count} />
            {latest.net_income_fen === null ? (
              <p className="sub">{t('households.income.unknown')}</p>
            ) : null}
          </section>
          <IncomeTable years={years} mayEdit={editable} />
          <p className="sub">{t('households.income.disposableNote')}</p>
        </>
      ) : (
        <Empty text={t('households.income.none')} />
      )}
    </>
  )
}
