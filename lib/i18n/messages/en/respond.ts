import type { Translation } from "../../translation";
import type { respond as german } from "../de/respond";

export const respond: Translation<typeof german> = {
  someone: "Person",
  title: "Your answer",
  shell: {
    footer: "About the sender",
  },
  ended: {
    title: "This link does not work",
    text: "It may have expired, or part of it may be missing. Please use the link in our most recent email, or contact us: you will find our address in the legal notice.",
  },
  sender: "Inquiry from {sender} · reference {reference}",
  hello: "Hello {name},",
  helloColleague: "Hello,",
  ask: "we are looking for {count, plural, one {a therapy place for one person} other {therapy places for # people}}. Do you have a place available?",
  callUs: "Phone {phone}",
  how: "Please answer by {date}.{count, plural, one {} other { You can also answer for just some of them.}}",
  howAnyTime: "You can also answer for just some of them.",
  howLate: "The deadline has passed. If you have a place, your answer still helps.",
  forwarded:
    "This inquiry was sent to {name} and was passed on to you within the practice. Your answer counts as the practice’s answer.",
  none: {
    label: "No places at all? We will ask again",
    labelRest: "No other places? We will ask again",
    labelColleague: "No place for any of them?",
    labelColleagueRest: "No other places?",
    weeks: "in 4 weeks, from {date}",
    months: "in 3 months, from {date}",
    day: "from a different date",
    until: "When may we ask again?",
    send: "{open, plural, one {Decline} other {Decline all}}",
    sendRest: "{open, plural, one {Decline} other {Decline the rest}}",
    hint: "One click and you are done.",
  },
  thanks: {
    title: "Thank you for your answer",
    all: "You do not need to do anything else.",
    allElse: "Otherwise, you do not need to do anything else.",
    some: "{open, plural, one {One person is} other {# people are}} still waiting for an answer. {hasDay, select, yes {Please answer by {day}.} other {You can continue answering at any time.}}",
    rests: "We will not ask you again before {date}.",
    accepted:
      "We will now ask who would like the place. As soon as someone says yes, we will write to you, and this page will tell you what happens next.",
    confirmed: "Your place has been taken. You can see below what happens next.",
    acceptedColleague:
      "We will now ask who would like the place. As soon as someone says yes, we will write to the practice. What happens next will then be shown on {name}’s page, not on this one.",
  },
  lost: {
    placedElsewhere: "Person {position, number}: another practice offered a place just before you did.",
    gone: "Person {position, number}: this person is no longer looking for a place. That changed just before your answer.",
    answered:
      "Person {position, number}: you had already answered: {answer, select, later {later} rejected_capacity {no place} rejected_unsuitable {not suitable} other {no}}. That answer still stands. Do you have a place after all?",
    accept: "Yes, there is a place for person {position, number} after all",
    thanks: "Thank you for offering {count, plural, one {a place} other {places}}.",
  },
  placements: {
    title: "{count, plural, one {The place you offered} other {The places you offered}}",
    person: "Person {position, number}",
    guardian: "Legal guardian: {name}",
    talkOn: "First appointment on {date}",
    states: {
      accepted:
        "We have asked this person whether they would like the place. As soon as they say yes, you will see here what happens next.",
      confirmed: "This person would like the place. Please arrange a first appointment.",
      dated: "This person would like the place. After the first appointment we will ask you how it went.",
      first_talk: "The first appointment has taken place.",
      trial_sessions: "The trial sessions are under way.",
      started: "Therapy has started. Thank you.",
      failed: "This did not work out. You no longer need to hold the place.",
    },
    willCall:
      "This person would like the place. They will contact you themselves and give the reference {reference}, person {position, number}. We will not pass on their name or contact details. Please hold the place for them.",
    news: {
      first_talk: "First appointment has taken place",
      trial_sessions: "Trial sessions have started",
      started: "Therapy has started",
      no_show: "Did not attend",
      unsuitable: "Not a good fit",
      no_capacity: "No place available after all",
    },
    startedSure: "This ends the person’s search. We will not ask any other practice for them.",
    startedYes: "Yes, therapy has started",
    ends: "Is it not going ahead?",
    endsText: "We will tell the person and start looking again straight away. What is the reason?",
    agree: "Enter the date of the first appointment",
    when: "When is the first appointment?",
    whenHint: "We will then wait until afterwards to ask you how it went.",
    save: "Save the date",
  },
  correct: {
    accept: "Place available after all",
    mistakeColleague:
      "Did you offer a place by mistake? {name} can withdraw the offer on their own page{hasPhone, select, yes {, or you can call us: {phone}} other {}}.",
  },
  takeBack: {
    title: "Did you offer the place by mistake?",
    titleOf: "Did you offer the place to person {position, number} by mistake?",
    text: "You can withdraw your offer until the person says yes. We will then start looking again straight away. If the person has already heard about the place, we will tell them it was a mistake.",
    answers: {
      rejected_capacity: "Withdraw: no place available",
      rejected_unsuitable: "Withdraw: no match",
    },
    done: "Your offer has been withdrawn. We will keep looking for this person.",
    tooLateColleague:
      "The person has just taken the place, so the offer can no longer be withdrawn. Will it not work after all? Please talk to your practice about it.",
    tooLate:
      "The person has just taken the place, so the offer can no longer be withdrawn. Will it not work after all? Please tell us below.",
  },
  next: {
    title: "Could someone else be suitable?",
    text: "Someone from this inquiry has found a place elsewhere in the meantime or is no longer looking. We would be happy to show you the next person.",
    show: "View the next person",
    followed:
      "{count, plural, one {One more person matches} other {# more people match}} your practice and {count, plural, one {is} other {are}} now on this page.",
    nobody:
      "At the moment there is nobody else who definitely matches your practice. Thank you for checking.",
  },
  closed: {
    title: "You no longer need to answer",
    expired: "This inquiry has expired. If necessary, we will ask again later.",
    answered: "Nobody in this inquiry is waiting for an answer any more. Thank you for checking.",
  },
  person: {
    number: "Person {position, number}",
    more: "View details",
    adult: "{gender, select, female {Woman} male {Man} diverse {Non-binary person} other {Person}}",
    minor: "{gender, select, female {Girl} male {Boy} other {Child}}",
    youth: "{gender, select, female {Young woman} male {Young man} other {Young person}}",
    years: "{age, number} years old",
    band: "{from, number} to {to, number} years old",
    older: "{from, number} years old or over",
    area: "from {town} ({prefix}…)",
    region: "from the {prefix}… area",
  },
  facts: {
    concerns: "Concerns",
    concernsUnknown: "not stated",
    payer: "Payer",
    reimbursement: "{payer}, or reimbursement",
    payerUnknown: "not stated",
    methods: "Method",
    anyMethod: "any",
    times: "Times",
    anyTime: "flexible",
    timesUnknown: "not stated",
    languages: "Language",
    also: "Also open to",
    group: "group",
    video: "video",
    access: "Access",
    otherLanguage: "another language",
    stepFree: "step-free",
    waiting: "Registered",
    days: {
      mon: "Mon",
      tue: "Tue",
      wed: "Wed",
      thu: "Thu",
      fri: "Fri",
      sat: "Sat",
      sun: "Sun",
    },
    urgency: {
      acute: "Acute treatment, according to PTV 11",
      urgent: "Needed soon, according to PTV 11",
    },
  },
  answer: {
    label: "Your answer for person {position, number}",
    accepted: "Available",
    later: "Later",
    rejected_capacity: "No place",
    rejected_unsuitable: "No match",
    laterOn: "From when?",
    laterOnUnknown: "I do not know yet",
    reason: "What is the reason?",
    reasonUnknown: "Prefer not to say",
    send: "Send answer",
    clear: "Clear selection",
    nothing: "Please choose an answer for at least one person.",
  },
  results: {
    accepted: "You have offered a place. You can see above what happens next.",
    acceptedColleague: "Your practice has offered a place. You can see above what happens next.",
    later: "Your answer: possible later. We have made a note of this.",
    rejected_capacity: "Your answer: no place.",
    rejected_unsuitable: "Your answer: no match. We will not ask you about this person again.",
    rejected_other: "Your answer: no.",
    placed_elsewhere: "This person has already found a place. You do not need to do anything.",
    no_longer_searching: "This person is no longer looking.",
    expired: "The inquiry has expired.",
  },
  objection: {
    title: "Do you not want to receive inquiries like this?",
    text: "One click is enough. We will withdraw any open inquiries immediately. To do this, we store only who we must not write to.",
    textWaitedFor:
      "The places you have offered remain valid, and this page stays open to you. If there is any news about them, we will call you.",
    textColleague:
      "One click is enough. This link will then stop working. The inquiry to {name} stays open: only the practice can object on behalf of the practice. To do this, we store only who we must not write to.",
    person: "Do not write to me again",
    address: "Do not write to {email} again",
    domain: "Do not write to any address at {domain} again",
    holdsTitle: "Your objection applies",
    holds:
      "You do not want to receive inquiries from us. This has been saved, and we will not write to you again. You do not need to do anything else.",
    again:
      "If you would like to receive inquiries again one day, please tell us. The <imprint>legal notice</imprint> says how to reach us.",
    doneTitle: "We will not write to you again",
    done: "Your objection has been saved and takes effect immediately.",
    covers: {
      person:
        "It applies to you personally at the places where you practise now, even if you are newly listed there in a directory. If you share a mailbox, inquiries to others may still arrive there.",
      address: "It applies to your email address, even if it is newly listed in a directory.",
      domain:
        "It applies to all email addresses at your domain, even if they are newly listed in a directory.",
      colleague: "It applies to you, not to the whole practice. Your link no longer works.",
    },
  },
  why: {
    title: "Why have you received this inquiry?",
    text: "Your practice is listed in a public directory. We use these details only to ask about therapy places. It costs you nothing, even if you offer a place. Everyone we are asking for has agreed to this.",
    textColleague:
      "Your practice gave us your address. We use it only for this inquiry. It costs you nothing, even if you offer a place. Everyone we are asking for has agreed to this.",
  },
};
