/** What the server takes for a phone number, as the schema tells it (a test compares them). */
export const TELEPHONE = { pattern: String.raw`[\s\(\)\.\-]*\+?(?:[\s\(\)\.\-]*[0-9]){7,15}[\s\(\)\.\-]*`, maxLength: 32 };
/** The least of an email address: a browser takes a host without a dot, which the server does not, save its own. */
export const EMAIL = { pattern: String.raw`[^@\s]+@(?:localhost|[^@\s]+\.[^@\s]+)` };
