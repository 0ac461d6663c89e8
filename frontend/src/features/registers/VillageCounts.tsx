import { useTranslation } from 'react-i18next'
import type { VillageCountOut } from '@/api/gen/types.gen'
import { count } from '@/lib/money'
import { VillagePick } from '@/ui/VillagePick'

interface Props {
  items: readonly VillageCountOut[]
  chosen: string | undefined
  onChoose: (village: string | undefined) => void
}

/** How many stand in each village; a village narrows the list beside it. */
export function VillageCounts({ items, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const sum = (of: 'count' | 'unknown') => items.reduce((total, row) => total + row[of], 0)
  return (
    <table className="village-table" aria-label={t('declared.villages')}>
      <thead>
        <tr>
          <th scope="col">{t('declared.village')}</th>
          <th scope="col">{t('registers.count')}</th>
          <th scope="col">{t('registers.unknown')}</th>
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
            <td className="num">{count(row.count)}</td>
            <td className="num sub">{count(row.unknown)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('declared.total')}</th>
          <td className="num">{count(sum('count'))}</td>
          <td className="num">{count(sum('unknown'))}</td>
        </tr>
      </tfoot>
    </table>
  )
}
