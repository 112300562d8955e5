/** The field in which a form carries along the place that was checked last. */
export const checkedPlace = (at: string) => `${at}checked`;
