export { More } from "@/components/staff/more";
