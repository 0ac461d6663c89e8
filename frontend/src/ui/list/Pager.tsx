import { Pagination } from 'antd'
import { DEFAULT_PAGE_SIZE, type ListSearch, PAGE_SIZES } from '@/lib/urlState'

interface Props {
  search: ListSearch
  total: number
  onChange: (patch: ListSearch) => void
}

export function Pager({ search, total, onChange }: Props) {
  return (
    <Pagination
      size="small"
      align="end"
      current={search.page ?? 1}
      pageSize={search.page_size ?? DEFAULT_PAGE_SIZE}
      pageSizeOptions={[...PAGE_SIZES]}
      total={total}
      showSizeChanger
      showQuickJumper
      onChange={(page, page_size) => onChange({ page, page_size })}
    />
  )
}
