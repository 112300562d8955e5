import { LinkEnded } from "@/components/public/link-ended";

export default function ConfirmationEnded() {
  return <LinkEnded />;
}
