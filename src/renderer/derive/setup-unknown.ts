/** What is said of a run that came from a file without its scenario: features that need one say this and what follows from it. */
export const SETUP_UNKNOWN = 'The file does not tell how its pool was set up';
