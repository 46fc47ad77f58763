import './base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { listenToService } from './service-state.ts';
import { startSession } from './session.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

listenToService();
void startSession();
createRoot(root).render(<App />);
