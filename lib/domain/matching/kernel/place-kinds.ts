import type { Offer, PlaceKind } from "../../vocabulary";

/** Places of which kind come into question: what the practice treats in, as far as the patient would take it. */
export function placesInQuestion(
  { offers, wishes }: { offers: readonly Offer[]; wishes: { groupOnly: boolean } },
  openToGroup: boolean,
): PlaceKind {
  if (!openToGroup) return "individual";
  const mayOffer = (setting: Offer["setting"]) =>
    offers.length === 0 || offers.some((offer) => offer.setting === setting);
  if (wishes.groupOnly || !mayOffer("individual")) return "group";
  return mayOffer("group") ? "either" : "individual";
}

/** Whether of the places of one kind some are of the other. */
export function kindsMeet(one: PlaceKind, other: PlaceKind): boolean {
  return one === other || one === "either" || other === "either";
}
