"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Gives what is shown beside the list an address of its own while new proposals come in, so that a more urgent one does
 * not take its place under somebody's hands. Narrow windows show the list alone and need none.
 */
export function PinSelection({ path }: { path: string }) {
  const router = useRouter();
  useEffect(() => {
    if (window.matchMedia("(width >= 64rem)").matches)
      router.replace(path + window.location.search, { scroll: false });
  }, [router, path]);
  return null;
}
