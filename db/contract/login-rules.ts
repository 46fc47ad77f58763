/** Plain values of the login, apart from the schemas: the first screen must not load a schema library. */
export const MIN_PASSWORD_LENGTH = 8;
export const DEFAULT_USERNAME = 'quantri';
