/** Invented people, for the OpenAPI document; a test sends each of them to its route. */
export const patientExample = {
  gender: "female",
  firstName: "Erna",
  lastName: "Beispiel",
  birthDate: "1988-03-24",
  address: { street: "Musterweg", houseNumber: "3", postalCode: "52062", city: "Aachen" },
  email: "erna.beispiel@example.org",
  phone: "0241 123456",
  payer: "gkv",
  insurer: "Beispielkasse",
  symptoms: ["low_mood", "sleep_problems"],
  consultationDone: true,
  consultationOn: "2026-03-02",
  availability: { mon: [{ from: "08:00", to: "12:00" }], thu: [{ from: "15:00", to: "19:00" }] },
  travel: { mode: "transit", maxMinutes: 40 },
  wantedMethods: ["VT", "ST"],
  languages: ["de"],
  consents: ["processing", "sharing", "identity", "status_mails"],
  waitingSince: "2026-02-16",
};

export const patientChangesExample = {
  phone: "0241 654321",
  travel: { mode: "car", maxMinutes: 30 },
};

export const therapistExample = {
  title: "Dr.",
  gender: "female",
  firstName: "Karla",
  lastName: "Muster",
  locations: [
    {
      address: { street: "Testallee", houseNumber: "2", postalCode: "52064", city: "Aachen" },
      stepFree: "yes",
    },
  ],
  phone: "0241 111111",
  email: "praxis@example.org",
  statutorySeat: "yes",
  offers: [
    { method: "VT", ageGroup: "adult", setting: "individual" },
    { method: "VT", ageGroup: "adult", setting: "group" },
  ],
  languages: ["tr"],
  phoneHours: { tue: [{ from: "12:00", to: "12:50" }] },
  officeHours: { mon: [{ from: "09:00", to: "17:00" }] },
};

export const therapistChangesExample = { phoneHours: { wed: [{ from: "08:00", to: "08:50" }] } };

export const blockingExample = { reason: "Nimmt bis zum Sommer niemanden auf" };
