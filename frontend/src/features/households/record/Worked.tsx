import { useTranslation } from 'react-i18next'
import { count } from '@/lib/money'
import { Cell } from '@/ui/Cell'
import { ADDED, type Amounts, netFen, perHeadFen, TAKEN } from '../income'

const WORDS = ['wage', 'business', 'property', 'transfer'] as const
const money = { kind: 'money' } as const

/** The whole sum in one line, so that anybody can check it. */
export function Worked({ amounts, members }: { amounts: Amounts; members: number }) {
  const { t } = useTranslation()
  const net = netFen(amounts)
  const term = (word: string, fen: number | null | undefined) => (
    <span className="term">
      <small className="sub">{word}</small>
      <Cell fact={money} value={Number.isNaN(fen) ? null : fen} />
    </span>
  )
  return (
    <p className="worked">
      {ADDED.map((slug, index) => (
        <span key={slug} className="row">
          {index ? <span className="op">+</span> : null}
          {term(t(`households.income.formula.${WORDS[index] ?? 'wage'}`), amounts[slug])}
        </span>
      ))}
      <span className="row">
        <span className="op">−</span>
        {term(t('households.income.formula.cost'), amounts[TAKEN])}
      </span>
      <span className="row">
        <span className="op">=</span>
        <b>{term(t('households.income.net'), net)}</b>
      </span>
      <span className="row">
        <span className="op">÷</span>
        <span className="term">
          <small className="sub">{t('households.income.members')}</small>
          <span className="num">{count(members)}</span>
        </span>
      </span>
      <span className="row">
        <span className="op">=</span>
        <b>{term(t('households.income.perHead'), perHeadFen(net, members))}</b>
      </span>
    </p>
  )
}
