import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { VillageFigureOut } from '@/api/gen/types.gen'
import { csv } from '@/lib/csv'
import { count, percentOfBp } from '@/lib/money'
import { saveFile } from '@/lib/save'
import { VillagePick } from '@/ui/VillagePick'

interface Props {
  title: string
  items: readonly VillageFigureOut[]
  chosen: string | undefined
  onChoose: (village: string | undefined) => void
}
const WHOLE_BP = 10_000

/** Villages, farthest from the goal first, each as a bar with the goal line in it. */
export function VillageFigures({ title, items, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const heads = [t('declared.village'), t('indicators.rate'), t('declared.unknown')]
  const rate = ({ rate_bp }: VillageFigureOut) => (rate_bp === null ? '—' : percentOfBp(rate_bp))
  const save = () => {
    const rows = items.map((row) => [
      `${row.town}${row.village}`,
      rate(row),
      row.numerator,
      row.denominator,
      row.unknown,
    ])
    const [village, share, unknown] = heads
    const titles = [village, share, t('indicators.above'), t('indicators.below'), unknown]
    saveFile(csv([titles, ...rows]), `${title}.csv`)
  }
  return (
    <>
      <table className="village-table" aria-label={t('indicators.worst')}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.village_id} className={row.village_id === chosen ? 'on' : undefined}>
              <th scope="row">
                <VillagePick
                  id={row.village_id}
                  name={row.village}
                  town={row.town}
                  chosen={chosen}
                  onChoose={onChoose}
                />
              </th>
              <td className="num">
                {rate(row)}
                <Bar row={row} />
                <small className="sub parts">
                  {count(row.numerator)} / {count(row.denominator)}
                </small>
              </td>
              <td className="num sub">{count(row.unknown)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="village-foot">
        <Button size="small" onClick={save}>
          {t('indicators.csv')}
        </Button>
      </div>
    </>
  )
}

/** The number beside it says the same, so the bar itself is not read out. */
function Bar({ row: { rate_bp, floor_bp, is_met } }: { row: VillageFigureOut }) {
  const { t } = useTranslation()
  if (rate_bp === null) return null
  const percent = (bp: number) => `${Math.min(bp, WHOLE_BP) / 100}%`
  return (
    <span className="bar" aria-hidden>
      <i className={is_met === false ? 'short' : ''} style={{ width: percent(rate_bp) }} />
      {floor_bp === null ? null : (
        <em
          title={t('indicators.goalMark', { value: percentOfBp(floor_bp) })}
          style={{ left: percent(floor_bp) }}
        />
      )}
    </span>
  )
}
