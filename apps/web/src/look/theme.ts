import { theme as antd, type ThemeConfig } from 'antd';
import type { Brightness } from '../shell/preferences.ts';

/** The look of the library's parts: quiet, one deep teal, 8 px. The other colours are in base.css. */
export function themeOf(brightness: Brightness, motion: boolean): ThemeConfig {
  const isDark = brightness === 'dark';
  return {
    algorithm: isDark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: isDark ? '#47b3a9' : '#0e7069',
      colorLink: isDark ? '#6cc9c0' : '#0b5d57',
      colorTextBase: isDark ? '#e2eaea' : '#182828',
      colorBgBase: isDark ? '#1c2627' : '#ffffff',
      colorError: isDark ? '#ff8a80' : '#c0271f',
      // As in base.css: what the library makes of them is another, brighter teal.
      ...(isDark && {
        colorBgContainer: '#1c2627',
        colorBgElevated: '#222e2f',
        colorBorder: '#4a5e60',
        colorBorderSecondary: '#314041',
      }),
      // 4.5 : 1 on the panels, where the library's own are too light.
      colorTextDescription: isDark ? '#9db0b0' : '#566767',
      colorTextPlaceholder: isDark ? '#8fa3a3' : '#647474',
      borderRadius: 6,
      borderRadiusLG: 8,
      fontFamily: 'var(--font)',
      fontSize: 14,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
      motion,
    },
    components: {
      Table: { cellPaddingBlockSM: 5, headerBorderRadius: 0 },
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        ...(isDark && { primaryColor: '#06201e', dangerColor: '#2b0d0a' }),
      },
    },
  };
}
