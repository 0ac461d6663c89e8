/** What the server says when it refuses: RFC 9457 with our code and per-field errors. */
export interface FieldError {
  pointer: string
  code: string
  message: string
}
export interface Problem {
  type: string
  title: string
  detail: string | null
  status: number
  code: string
  request_id: string | null
  errors: FieldError[]
  /** RFC 9457 extension members, such as what changed on a version conflict. */
  [member: string]: unknown
}

/** Status 0 means that no answer came at all. */
export class ApiError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'ApiError'
    this.problem = problem
  }

  get status(): number {
    return this.problem.status
  }
}

const bare = (status: number, code: string): Problem => ({
  type: 'about:blank',
  title: '',
  detail: null,
  status,
  code,
  request_id: null,
  errors: [],
})

export const noAnswer = (): ApiError => new ApiError(bare(0, 'network'))

export async function refusal(response: Response): Promise<ApiError> {
  const fallback = bare(response.status, `http_${response.status}`)
  if (!response.headers.get('content-type')?.includes('json')) return new ApiError(fallback)
  const said = (await response.json().catch(() => null)) as Partial<Problem> | null
  return new ApiError({ ...fallback, ...said, errors: said?.errors ?? [] })
}
