import type { Translation } from "../../translation";
import type { publicPages as german } from "../de/public";

export const publicPages: Translation<typeof german> = {
  meta: {
    title: "Lotse: find a therapy place",
    description: "Lotse looks for a psychotherapy place for you: fill in one form and we ask the practices.",
  },
  shell: {
    home: "Lotse, go to home page",
    help: "Get help now",
    imprint: "Legal notice",
    privacy: "Privacy",
    accessibility: "Accessibility",
    footer: "About Lotse",
    promise: "Lotse looks for therapy places.",
  },
  home: {
    title: "We look for a therapy place for you",
    lead: "You answer a few questions, once. Then we ask the practices near you, so you do not have to phone around yourself.",
    start: "Find a place",
    startHint:
      "It takes a few minutes. You do not need an account. We keep your name to ourselves until you agree to share it.",
    crisis: "Are you feeling very bad right now? <link>Get help straight away.</link>",
    stepsTitle: "How it works",
    steps: {
      ask: {
        title: "You answer the questions",
        text: "What is troubling you, when you have time, how far you can travel. Where it says “optional”, you can skip any question you do not want to answer.",
      },
      confirm: {
        title: "You confirm your email address",
        text: "We send you a link. The search only starts once you have opened it and confirmed.",
      },
      search: {
        title: "We ask practices that match",
        text: "A member of our team checks every inquiry before it goes out. Practices are told your age, what you need help with and roughly where you live, but not your name or address.",
      },
      place: {
        title: "A practice offers you a place",
        text: "We write to you straight away. We stop asking the other practices.",
      },
    },
    control: {
      title: "You stay in control",
      see: "Your personal link shows you how far we have got, at any time.",
      stop: "You can pause or end the search whenever you like.",
      honest: "We cannot promise you a place. But we will always tell you what we have done.",
    },
    practices: {
      title: "Do you run a practice?",
      text: "We do not write often, and we bundle our questions: one short inquiry about no more than six people who match what you offer. You answer with one click per person. It costs nothing, and one click is enough to stop us writing to you.",
    },
  },
  help: {
    title: "Get help now",
    lead: "You do not have to get through this alone. These services are there for you. Calls are free of charge.",
    notHere:
      "Lotse is not a crisis service. There is not someone reading your messages to us around the clock.",
    call: "Call {number}",
    or: "or",
    more: "If you do not want to talk on the phone",
    clinic:
      "You can go to the emergency department of a psychiatric hospital at any time. You do not need an appointment or a referral.",
    person: "Call someone you trust and tell them you do not want to be alone right now.",
    chat: "TelefonSeelsorge also offers support by chat and email (in German): <link>online.telefonseelsorge.de</link>",
    back: "Go to home page",
    numbers: {
      emergency: {
        name: "Emergency number",
        text: "If you might hurt yourself or someone else right now. Say what is happening and where you are.",
        hours: "Day and night",
      },
      pastoral: {
        name: "TelefonSeelsorge",
        text: "Someone who will listen and talk with you about anything you like. You do not have to give your name. For everyone, of any faith or none.",
        hours: "Day and night",
      },
      medical: {
        name: "Out-of-hours medical service",
        text: "Medical help when practices are closed. You can also get an appointment for a psychotherapy consultation (Sprechstunde) here.",
        hours: "Day and night",
      },
      youth: {
        name: "Nummer gegen Kummer",
        text: "For children and young people. You do not have to give your name.",
        hours: "Monday to Saturday, 14:00 to 20:00",
      },
      violence: {
        name: "“Violence against women” helpline",
        text: "For women who experience violence and for people who help them. In many languages.",
        hours: "Day and night",
      },
      depression: {
        name: "Depression information line",
        text: "Information about depression and where to find help near you, also for relatives.",
        hours: "Monday, Tuesday, Thursday 13:00 to 17:00; Wednesday, Friday 8:30 to 12:30",
      },
    },
  },
};
