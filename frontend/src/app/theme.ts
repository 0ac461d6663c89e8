import type { ThemeConfig } from 'antd'
import { font, palette } from '../lib/palette'

/** Stock antd blue fails AA contrast; this one does not. */
export const theme: ThemeConfig = {
  token: {
    fontFamily: font,
    colorPrimary: palette.primary,
    colorInfo: palette.primary,
    colorLink: palette.primary,
    // Under the pointer things get darker, never paler: the contrast holds.
    colorLinkHover: '#0f3f86',
    colorPrimaryHover: '#0f4a99',
    colorSuccess: palette.good,
    colorWarning: palette.warn,
    colorError: palette.bad,
    // Grounds derived from colours this dark come out muddy.
    colorInfoBg: '#eef4fc',
    colorInfoBorder: '#a9c6ec',
    colorSuccessBg: '#eef8f2',
    colorSuccessBorder: '#a9d8bf',
    colorWarningBg: '#fdf5e8',
    colorWarningBorder: '#e8c490',
    colorText: palette.ink,
    colorTextSecondary: palette.sub,
    colorTextTertiary: '#5f6b7c',
    colorTextPlaceholder: '#667181',
    colorBorderSecondary: palette.line,
    colorBgLayout: palette.ground,
    borderRadius: 6,
    borderRadiusLG: 10,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
  },
  components: {
    Table: { headerBg: '#f7f9fb', headerColor: palette.sub, headerSplitColor: 'transparent' },
    Menu: { itemBorderRadius: 6, itemHeight: 36, itemSelectedBg: '#e8f0fb' },
  },
}
