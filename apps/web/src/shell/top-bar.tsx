import { AccountMenu } from './account-menu.tsx';
import { JobTray } from './job-tray.tsx';
import { NoticeBell } from './notice-bell.tsx';
import { RegionSwitch } from './region-switch.tsx';
import style from './top-bar.module.css';

/** Where a place says what it is about: it renders into `#bar-subject` by `BarSubject`. */
export const subjectId = 'bar-subject';

/** The bar over every place: the region, what the place is about, jobs, the account. */
export function TopBar() {
  return (
    <header className={style.bar}>
      <RegionSwitch />
      <div id={subjectId} className={style.subject} />
      <JobTray />
      <NoticeBell />
      <AccountMenu />
    </header>
  );
}
