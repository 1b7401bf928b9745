import { createRoot } from 'react-dom/client';
import { Workspace } from './shell/workspace.tsx';
import './look/base.css';

createRoot(document.querySelector('#workspace')!).render(<Workspace />);
