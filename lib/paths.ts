/**
 * Every address of the product, relative to its root, so that a page moves in one place. A value from outside is
 * always percent-encoded. Whole addresses for mails: `absolute(path, env().APP_URL)`.
 */
export const paths = {
  home: "/",
  help: "/help",
  imprint: "/imprint",
  privacy: "/privacy",
  accessibility: "/accessibility",

  intake: "/intake",
  intakeStep: (step: string) => `/intake/${part(step)}`,
  /** After sending: what happens next. */
  intakeDone: "/intake/done",
  confirm: (token: string) => `/confirm/${part(token)}`,
  my: (token: string) => `/my/${part(token)}`,
  respond: (token: string) => `/respond/${part(token)}`,
  /** One button: no more mails about how the search stands. */
  stopMails: (token: string) => `/stop-mails/${part(token)}`,
  /** For mail programs: one POST stops mails like the one whose header names it (RFC 8058). */
  unsubscribe: (token: string) => `/unsubscribe/${part(token)}`,

  calendar: (token: string) => `/calendar/${part(token)}`,

  admin: {
    today: "/admin",
    signIn: "/sign-in",
    patients: "/admin/patients",
    patientNew: "/admin/patients/new",
    patient: (id: string) => `/admin/patients/${part(id)}`,
    patientDossier: (id: string) => `/admin/patients/${part(id)}/dossier`,
    patientEdit: (id: string) => `/admin/patients/${part(id)}/edit`,
    patientFits: (id: string) => `/admin/patients/${part(id)}/fits`,
    /** One patient and one therapist: every rule. */
    fit: (patientId: string, therapistId: string) =>
      `/admin/patients/${part(patientId)}/fits/${part(therapistId)}`,
    therapists: "/admin/therapists",
    therapistNew: "/admin/therapists/new",
    therapist: (id: string) => `/admin/therapists/${part(id)}`,
    therapistEdit: (id: string) => `/admin/therapists/${part(id)}/edit`,
    therapistFits: (id: string) => `/admin/therapists/${part(id)}/fits`,
    matches: "/admin/matches",
    matchesApproveAll: "/admin/matches/approve-all",
    match: (inquiryId: string) => `/admin/matches/${part(inquiryId)}`,
    matchPreview: (inquiryId: string) => `/admin/matches/preview/${part(inquiryId)}`,
    matchingRun: (id: string) => `/admin/matches/runs/${part(id)}`,
    missingFacts: "/admin/missing-facts",
    inquiries: "/admin/inquiries",
    inquiry: (id: string) => `/admin/inquiries/${part(id)}`,
    calls: "/admin/calls",
    call: (id: string) => `/admin/calls/${part(id)}`,
    inbox: "/admin/inbox",
    inboxMail: (id: string) => `/admin/inbox/${part(id)}`,
    inboxAttachment: (id: string, attachmentId: string) => `/api/inbox/${part(id)}/${part(attachmentId)}`,
    mail: "/admin/mail",
    mailHealth: "/admin/mail/health",
    mailTemplates: "/admin/mail/templates",
    mailTemplate: (name: string) => `/admin/mail/templates/${part(name)}`,
    mailItem: (id: string) => `/admin/mail/${part(id)}`,
    imports: "/admin/imports",
    import: (id: string) => `/admin/imports/${part(id)}`,
    team: "/admin/team",
    teamNew: "/admin/team/new",
    teamTokenNew: "/admin/team/tokens/new",
    teamMember: (id: string) => `/admin/team/${part(id)}`,
    workflows: "/admin/workflows",
    workflowRun: (id: string) => `/admin/workflows/${part(id)}`,
    settings: "/admin/settings",
    settingsComposition: "/admin/settings/composition",
    fairness: "/admin/statistics/fairness",
    audit: "/admin/audit",
    account: "/admin/account",
  },

  api: {
    openapi: "/api/v1/openapi.json",
    patients: "/api/v1/patients",
    patient: (id: string) => `/api/v1/patients/${part(id)}`,
    therapists: "/api/v1/therapists",
    therapist: (id: string) => `/api/v1/therapists/${part(id)}`,
    /** Uploads a form of the practice of `?therapist=`. */
    practiceForms: "/api/practice-forms",
    practiceForm: (id: string) => `/api/practice-forms/${part(id)}`,
    inngest: "/api/inngest",
    auth: "/api/auth",
    /** Takes files that staff uploads. */
    imports: "/api/imports",
    health: "/api/health",
  },
} as const;

export type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[];

/** `path` with a query string; empty values are left out and lists repeat their key. */
export function withQuery(path: string, query: Record<string, QueryValue>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const single of Array.isArray(value) ? value : [value]) {
      if (single !== null && single !== undefined && single !== "" && single !== false)
        search.append(key, String(single));
    }
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** The whole address of a path, for mails and feeds; `base` may end in a slash and may carry a path of its own. */
export function absolute(path: string, base: string): string {
  return base.replace(/\/+$/, "") + path;
}

function part(value: string): string {
  return encodeURIComponent(value);
}
