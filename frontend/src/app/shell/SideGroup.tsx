import { DownOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page } from '../table'

interface Props {
  icon: ReactNode
  title: string
  pages: Page[]
  here: Page[]
  folded: boolean
}

/** One kind of work: a link when it has one page, else a heading that opens. */
export function SideGroup({ icon, title, pages, here, folded }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const nearest = here.findLast(({ group }) => group !== undefined)
  const current = (page: Page) => page.path === nearest?.path
  const [open, setOpen] = useState<boolean | null>(null)
  const [first] = pages
  if (first && (pages.length === 1 || folded))
    return (
      <li>
        <PageLink page={first} current={pages.some(current)} title={title}>
          {icon}
          <span>{title}</span>
        </PageLink>
      </li>
    )
  const shown = open ?? pages.some(current)
  return (
    <li>
      <button
        type="button"
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setOpen(!shown)}
      >
        {icon}
        <span>{title}</span>
        <DownOutlined className="chevron" />
      </button>
      <ul id={id} hidden={!shown}>
        {pages.map((page) => (
          <li key={page.path}>
            <PageLink page={page} current={current(page)} title={t(page.title)}>
              <span>{t(page.title)}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </li>
  )
}

interface LinkProps {
  page: Page
  current: boolean
  title: string
  children: ReactNode
}
function PageLink({ page, current, title, children }: LinkProps) {
  return (
    <Link to={page.path as '/'} title={title} aria-current={current ? 'page' : undefined}>
      {children}
    </Link>
  )
}
