import { LinkEnded } from "@/components/public/link-ended";

export default function PatientLinkEnded() {
  return <LinkEnded />;
}
