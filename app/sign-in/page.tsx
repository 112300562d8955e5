import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { Logo } from "@/components/ui/logo";
import { safeReturnPath } from "@/lib/auth/return-path";
import { findStaff } from "@/lib/web/guards";
import { firstText, type SearchParams } from "@/lib/web/search-params";
import { setLanguage } from "../preferences";
import { signInAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.signIn");
  return { title: t("title"), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const next = safeReturnPath(firstText(await searchParams, "next"));
  if (await findStaff()) redirect(next);
  const t = await getTranslations("staff.signIn");
  return (
    <div data-desk className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-end px-4 py-2">
        <LanguageSwitch action={setLanguage} />
      </header>
      <main id="content" className="mx-auto w-full max-w-96 grow px-4 pt-[min(12vh,6rem)] pb-16">
        <span className="text-main">
          <Logo className="h-9" />
        </span>
        <h1 className="mt-8 text-2xl">{t("title")}</h1>
        <p className="mt-2 mb-8 text-ink-soft">{t("lead")}</p>
        <ActionForm action={signInAction} values={{ next }}>
          <input type="hidden" name="next" value={next} />
          <TextInput name="email" type="email" label={t("email")} autoComplete="username" inputMode="email" />
          <TextInput name="password" type="password" label={t("password")} autoComplete="current-password" />
          <SubmitButton>{t("submit")}</SubmitButton>
        </ActionForm>
        <p className="mt-8 text-ink-soft">{t("forgotten")}</p>
      </main>
    </div>
  );
}
