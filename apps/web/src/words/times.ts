/** Times of the server are UTC; people read them in China. */
const minute = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
});
const day = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
});

/** `2026/11/30 22:06` */
export const atMinute = (utc: string): string => minute.format(new Date(utc));
/** `2026/11/30` */
export const onDay = (utc: string): string => day.format(new Date(utc));
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
/** `2026-11-30`, the day in China. */
export const chinaDay = (utc: string): string => isoDay.format(new Date(utc));
