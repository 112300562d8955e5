import type { ReactNode } from "react";
import { PublicShell } from "@/components/public/public-shell";
import { setLanguage } from "../preferences";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <PublicShell setLanguage={setLanguage}>{children}</PublicShell>;
}
