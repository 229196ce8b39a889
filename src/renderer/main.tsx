/** Entry of the window: asks main who it is, then draws. */
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './styles/tokens.css';
import './styles/base.css';
import './ui/ui.css';
import { createRoot } from 'react-dom/client';
import { createActions } from './actions/actions';
import { ask } from './actions/ask';
import { showWrongField } from './actions/show-wrong-field';
import { App } from './app';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const info = await ask('app:info', undefined);
createRoot(root).render(<App actions={createActions(info, showWrongField)} />);
