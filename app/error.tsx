"use client";

import { Failure, type FailureProps } from "@/components/ui/failure";
import { Logo } from "@/components/ui/logo";
import { paths } from "@/lib/paths";

/** When a layout itself fails: no navigation, only what happened and the way on. */
export default function ErrorPage(props: FailureProps) {
  return (
    <main className="mx-auto max-w-page px-4 py-4 text-lg sm:px-6">
      <a href={paths.home} className="inline-block text-main" aria-label="Lotse">
        <Logo className="h-8" />
      </a>
      <Failure {...props} />
    </main>
  );
}
