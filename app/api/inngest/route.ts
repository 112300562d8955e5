import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";

/** A step may take as long as a whole matching run. */
export const maxDuration = 300;

export const { GET, POST, PUT } = serve({ client: inngest, functions });
