/** What each part of a review is given. */
import type { ImportDetail } from '@/api/gen/types.gen'
import type { BatchSearch } from './search'

export interface PartProps {
  batch: ImportDetail
  search: BatchSearch
  /** Changes the address; whoever asks otherwise starts on the first page, with no cell open. */
  onSearch: (patch: Partial<Record<keyof BatchSearch, unknown>>) => void
}
