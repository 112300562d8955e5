/** Admin: everything. Coordinator: patients, therapists, inquiries. Viewer: reads without identity data. */
export const staffRoles = ["admin", "coordinator", "viewer"] as const;
export type StaffRole = (typeof staffRoles)[number];
