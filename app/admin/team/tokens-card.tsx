import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { listApiTokens } from "@/lib/domain/staff/api-tokens";
import { formatDate, formatDateTimeShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { revokeTokenAction } from "./actions";

type Token = Awaited<ReturnType<typeof listApiTokens>>[number];

/** Keys with which other programs use the REST API. */
export function TokensCard({ tokens }: { tokens: Token[] }) {
  const t = useTranslations("staffTeam.tokens");
  return (
    <Card title={t("title")} id="tokens">
      <p className="mb-3 max-w-measure text-ink-soft">{t("text", { link: paths.api.openapi })}</p>
      {tokens.length === 0 && <p className="mb-3">{t("none")}</p>}
      <ul className="mb-4">
        {tokens.map((token) => (
          <TokenLine key={token.id} token={token} />
        ))}
      </ul>
      <ButtonLink href={paths.admin.teamTokenNew} variant="quiet">
        {t("create")}
      </ButtonLink>
    </Card>
  );
}

function TokenLine({ token }: { token: Token }) {
  const t = useTranslations("staffTeam.tokens");
  const scopeWords = t as unknown as { (key: string): string; has: (key: string) => boolean };
  const locale = useLocale();
  const { createdBy, createdAt, lastUsedAt, revokedAt } = token;
  const date = formatDate(createdAt, locale);
  const facts = [
    token.scopes
      .map((scope) => (scopeWords.has(`scope.${scope}`) ? scopeWords(`scope.${scope}`) : scope))
      .join(", "),
    createdBy ? t("by", { name: createdBy, date }) : t("byUnknown", { date }),
    lastUsedAt ? t("lastUsed", { date: formatDateTimeShort(lastUsedAt, locale) }) : t("neverUsed"),
  ];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2">
      <div>
        <p className="font-semibold">{token.name}</p>
        <p className="text-sm text-ink-soft">{facts.join(" · ")}</p>
      </div>
      {revokedAt ? (
        <Badge>{t("revoked", { date: formatDate(revokedAt, locale) })}</Badge>
      ) : (
        <ActionForm action={revokeTokenAction} id={`revoke-${token.id}`} className="contents">
          <input type="hidden" name="id" value={token.id} />
          <SubmitButton variant="quiet">
            {t("revoke")} <span className="sr-only">{token.name}</span>
          </SubmitButton>
        </ActionForm>
      )}
    </li>
  );
}
