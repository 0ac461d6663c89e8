import { listSearch, whole } from '@/lib/urlState'

export const FIRST_YEAR = 2000
export const LAST_YEAR = 2100
export const figuresSearch = listSearch([], { year: whole(FIRST_YEAR, LAST_YEAR) })
