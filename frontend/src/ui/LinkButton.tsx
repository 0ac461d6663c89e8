import { createLink, type LinkComponent } from '@tanstack/react-router'
import { Button, type ButtonProps } from 'antd'
import type { ReactNode } from 'react'

type Look = NonNullable<ButtonProps['type']>
const Base = createLink(({ look = 'default', ...rest }: ButtonProps & { look?: Look }) => (
  <Button type={look} {...rest} />
)) as unknown as (props: { look?: Look }) => ReactNode

/**
 * Looks like a button and is a link: opens in a new tab, can be copied.
 * The router drops `type` on the way, so it travels under another name.
 */
export const LinkButton = (({ type, ...rest }: { type?: Look }) => (
  <Base {...rest} {...(type && { look: type })} />
)) as unknown as LinkComponent<typeof Button>
