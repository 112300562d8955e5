/** Admin: everything. Coordinator: patients, therapists, inquiries. Viewer: reads without identity data. */
export const staffRoles = ["admin", "coordinator", "viewer"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Tasks about a person that can be put back on the list; the others come back by themselves or are about a thing. */
export const reopenableTasks = ["crisis", "registered_again"] as const;
