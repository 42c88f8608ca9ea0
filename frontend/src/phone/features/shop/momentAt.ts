/** A day and a time of the community's clocks as a moment. */

/** The communities of the platform share one zone, which has no summer time. */
const OFFSET = '+08:00';

export const momentAt = (day: string, time: string) => new Date(`${day}T${time}:00${OFFSET}`).toISOString();
