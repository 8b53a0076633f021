// Who goes where: each journey is a person with a browser, and `await at('name')` checks the page that they have come to.
// A journey finds its way as a person does: by the words and roles of links and buttons, and by the names of fields.
import { AWAY } from './journeys/away.mjs';
import { DESK } from './journeys/desk.mjs';
import { FORM } from './journeys/form.mjs';
import { HEARD } from './journeys/heard.mjs';
import { PUBLIC } from './journeys/public.mjs';

export const JOURNEYS = [...HEARD, ...FORM, ...PUBLIC, ...DESK, ...AWAY];
