import {
  AimOutlined,
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  BookOutlined,
  CalendarOutlined,
  DashboardOutlined,
  DeploymentUnitOutlined,
  HomeOutlined,
  NotificationOutlined,
  SettingOutlined,
  SolutionOutlined,
  ToolOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { MenuGroup } from '../groups'

export const ICONS: Record<MenuGroup, ReactNode> = {
  desk: <DashboardOutlined />,
  overview: <BarChartOutlined />,
  people: <HomeOutlined />,
  registers: <BookOutlined />,
  measures: <ToolOutlined />,
  funds: <BankOutlined />,
  teams: <CalendarOutlined />,
  duties: <AimOutlined />,
  supervision: <AuditOutlined />,
  meetings: <SolutionOutlined />,
  disclosure: <NotificationOutlined />,
  exchange: <DeploymentUnitOutlined />,
  system: <SettingOutlined />,
}
