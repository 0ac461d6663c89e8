import { screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { Job } from '@/api/jobs'
import { JobFollow } from '@/ui/JobFollow'
import { show } from '../show'

afterEach(() => vi.unstubAllGlobals())

const job = (more: Partial<Job>): Job => ({
  id: 'j1',
  title: '检查花名册',
  state: 'running',
  done: 1200,
  total: 4000,
  kind: 'import-check',
  result_url: null,
  result_name: null,
  error_code: null,
  made_at: '2018-07-02T03:00:00Z',
  ended_at: null,
  error: null,
  started_at: '2018-07-02T03:00:00Z',
  ...more,
})

function answers(...jobs: Job[]) {
  const left = [...jobs]
  vi.stubGlobal(
    'Request',
    class extends Request {
      constructor(input: string, init?: RequestInit) {
        super(new URL(input, location.href), { ...init, signal: null })
      }
    },
  )
  vi.stubGlobal('fetch', async () => Response.json(left.length > 1 ? left.shift() : left[0]))
}

test('running: how far, and a way to stop', async () => {
  answers(job({}))
  show(<JobFollow id="j1" />)
  expect(await screen.findByText(/1,200 \/ 4,000/)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '取消任务' })).toBeEnabled()
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '30')
})

test('done: said once, and the file is there to take', async () => {
  answers(job({ state: 'done', done: 4000, result_url: '/api/v1/jobs/j1/result' }))
  const onOver = vi.fn()
  show(<JobFollow id="j1" onOver={onOver} />)
  expect(await screen.findByRole('button', { name: /下载结果$/ })).toBeEnabled()
  expect(onOver).toHaveBeenCalledOnce()
  expect(screen.queryByRole('button', { name: '取消任务' })).toBeNull()
})

test('failed: what went wrong and what to do', async () => {
  answers(job({ state: 'failed', total: 0, error: '文件已加密，请取消密码后再上传。' }))
  show(<JobFollow id="j1" />)
  expect(await screen.findByText('文件已加密，请取消密码后再上传。')).toBeInTheDocument()
})
