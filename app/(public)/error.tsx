"use client";

import { Failure, type FailureProps } from "@/components/ui/failure";

/** When a public page fails: header with "Hilfe jetzt" and footer stay. */
export default function PublicErrorPage(props: FailureProps) {
  return <Failure {...props} />;
}
