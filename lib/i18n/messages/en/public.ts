import type { Translation } from "../../translation";
import type { publicPages as german } from "../de/public";

export const publicPages: Translation<typeof german> = {
  meta: {
    title: "Lotse: find a therapy place",
    description: "Lotse looks for a psychotherapy place for you: fill in once, we ask the practices.",
  },
  shell: {
    home: "Lotse, to the start page",
    help: "Help now",
    imprint: "Imprint",
    privacy: "Privacy",
    accessibility: "Accessibility",
    footer: "About Lotse",
    promise: "Lotse finds therapy places.",
  },
  home: {
    title: "We look for a therapy place for you",
    lead: "You answer a few questions once. Then we ask the practices near you, and you do not have to phone around yourself.",
    start: "Find a place",
    startHint: "A few minutes. No account. Your name stays with us until you release it.",
    crisis: "Are you feeling very bad right now? <link>Help is available at once.</link>",
    stepsTitle: "How it works",
    steps: {
      ask: {
        title: "You answer the questions",
        text: "What weighs on you, when you have time, how far you can travel. Leave out what you do not want to answer where it says “optional”.",
      },
      confirm: {
        title: "You confirm your e-mail address",
        text: "We send you a link. The search begins only when you open it and confirm.",
      },
      search: {
        title: "We ask practices that fit",
        text: "A person in our team checks every inquiry before it goes out. The practices learn your age, your concern and the rough area, but neither name nor address.",
      },
      place: {
        title: "A practice says yes",
        text: "Then we write to you at once. We stop asking the other practices.",
      },
    },
    control: {
      title: "You stay in control",
      see: "Your personal link shows you at any time how far we have got.",
      stop: "You can pause or end the search whenever you like.",
      honest: "We cannot promise a place. But we always tell you what we have done.",
    },
    practices: {
      title: "Do you run a practice?",
      text: "We write rarely and bundle: one short inquiry with at most six people who fit what you offer. You answer with one click per person. It costs nothing, and one click is enough for us to stop writing to you.",
    },
  },
  help: {
    title: "Help now",
    lead: "You do not have to go through this alone. These people are there for you. The calls are free.",
    notHere: "Lotse is not a crisis service. Nobody reads what you write to us around the clock.",
    call: "Call {number}",
    or: "or",
    more: "If you do not want to phone",
    clinic:
      "You can go to the emergency department of a psychiatric hospital at any time, without an appointment or a referral.",
    person: "Call someone you trust and say that you do not want to be alone right now.",
    chat: "TelefonSeelsorge also answers by chat and mail (in German): <link>online.telefonseelsorge.de</link>",
    back: "To the start page",
    numbers: {
      emergency: {
        name: "Emergency call",
        text: "If you might hurt yourself or others right now. Say what is happening and where you are.",
        hours: "Day and night",
      },
      pastoral: {
        name: "TelefonSeelsorge",
        text: "Someone to listen and talk about whatever you like. No name needed, for everyone, whatever their faith.",
        hours: "Day and night",
      },
      medical: {
        name: "Medical on-call service",
        text: "Medical help when practices are closed. They also arrange first consultations with psychotherapists.",
        hours: "Day and night",
      },
      youth: {
        name: "Nummer gegen Kummer",
        text: "For children and young people. No name needed.",
        hours: "Monday to Saturday, 14:00 to 20:00",
      },
      violence: {
        name: "Helpline “Violence against women”",
        text: "For women who suffer violence and for people who help them. In many languages.",
        hours: "Day and night",
      },
      depression: {
        name: "Depression information line",
        text: "Answers about depression and help near you, also for relatives.",
        hours: "Monday, Tuesday, Thursday 13:00 to 17:00; Wednesday, Friday 8:30 to 12:30",
      },
    },
  },
};
