/** A phone number as people write it: digits with blanks, brackets and dashes. */
export const PHONE = /^\+?[0-9][0-9 ()-]{3,24}$/;
