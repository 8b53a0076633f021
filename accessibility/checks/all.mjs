// Every check, in the order of the table's columns.
import { axeDark, axeDesk, axeMore, axePhone } from './axe.mjs';
import { comfort } from './comfort.mjs';
import { heard } from './heard.mjs';
import { html } from './html.mjs';
import { keyboard } from './keyboard.mjs';
import { problems } from './problems.mjs';
import { reflow } from './reflow.mjs';
import { script } from './script.mjs';
import { headers, requests, weight } from './sending.mjs';
import { structure } from './structure.mjs';
import { targets } from './targets.mjs';

// The order matters where a check could disturb the next: problems comes first, because it looks at where the focus is after loading.
export const CHECKS = [problems, structure, requests, weight, headers, script, axePhone, axeDesk, axeDark, axeMore, reflow, targets, comfort, keyboard, heard];
export const COLUMNS = [axePhone, axeDesk, axeDark, axeMore, html, structure, problems, keyboard, targets, reflow, comfort, heard, script, headers, requests, weight].map((check) => check.name);
