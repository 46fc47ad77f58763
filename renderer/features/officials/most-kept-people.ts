/** A draft has no room for the ids of more people; what is typed about them is kept of them, too. */
export const MOST_KEPT_PEOPLE = 5000;
