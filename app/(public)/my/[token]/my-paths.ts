import { paths } from "@/lib/paths";

export const consentsPath = (token: string) => `${paths.my(token)}/consents`;
export const endPath = (token: string) => `${paths.my(token)}/end`;
