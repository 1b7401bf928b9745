import { Route, Routes } from 'react-router';
import { Case } from './job/case.tsx';
import { Start } from './start/start.tsx';

/** 动态维护: reviews and inspections, each with a desk of its own. */
export function Maintenance() {
  return (
    <Routes>
      <Route index element={<Start />} />
      <Route path=":job" element={<Case />} />
    </Routes>
  );
}
