/** How people answer from the link in their mail. Null: it could not be done just now, and is tried again. */
export type Door = {
  /** Returns what the page says of the practice's answer afterwards. */
  answer: (
    secret: string,
    outcome: "accepted" | "rejected_capacity",
  ) => Promise<"accepted" | "declined" | "too_late" | null>;
  /** Returns what the page says of the patient's place afterwards. */
  settlePlace: (secret: string, wish: "confirm" | "refuse") => Promise<"confirmed" | "refused" | null>;
  /** Sentences about what a page must not do, such as answer with an error of the server. */
  complaints: string[];
};
