import type { Translation } from "../../translation";
import type { patient as german } from "../de/patient";

export const patient: Translation<typeof german> = {
  title: "Your search",
  ended: {
    title: "This link leads nowhere",
    text: "Perhaps it has expired or is not complete. Please take the link from our latest mail.",
    anew: "You have no mail any more? Then please register again.",
    start: "Register again",
  },
  confirm: {
    title: "Confirm e-mail address",
    text: "Please confirm that you want to look for a therapy place with Lotse.",
    button: "Yes, confirm",
    notYou:
      "It was not you? Then close this page. Without confirmation we delete the details after seven days.",
    doneTitle: "Your address is confirmed",
    doneLead: "We are now looking. There is nothing else you need to do.",
    nextTitle: "What happens next",
    page: "In a few minutes you get a mail with the link to your personal page. There you see at any time how things stand.",
    pageKept:
      "This installation does not send mails. The mail with the link to your personal page is only with the team, under “Mail”.",
    ask: "We compare your details with the practices near you. A person checks every inquiry before it goes out.",
    answer: "It can take some weeks until a practice answers. As soon as one says yes, we write to you.",
  },
  stopMails: {
    title: "Stop the message on Mondays?",
    text: "You then get no message on Mondays any more. Your search goes on. If a practice has a place, we write to you in any case.",
    button: "Yes, stop it",
    doneTitle: "You do not get this message any more",
    done: "Your search goes on. If a practice has a place, we write to you. You can order the messages again on your page.",
  },
  my: {
    hello: "Hello {name}",
    states: {
      unverified: "Your address is not confirmed yet",
      active: "We are looking for a place for you",
      paused: "Your search is paused",
      consentMissing: "Your search stands still",
      offered: "A practice has a place for you",
      confirmed: "You have taken a place",
      firstTalk: "You had your first talk",
      trialSessions: "Your trial sessions are under way",
      started: "Your therapy has started",
      cancelled: "Your search has ended",
    },
    timelineTitle: "What has happened so far",
    timeline: {
      registered: "You registered.",
      waiting: "You are on the waiting list.",
      notAsked: "We have not asked any practice yet.",
      asked:
        "We have asked {asked, plural, one {one practice} other {# practices}}. {open, plural, =0 {No answer is open any more.} one {One answer is open.} other {# answers are open.}}",
      paused: "The search is paused.",
      consentMissing: "A consent is missing.",
      placed: "A practice has said yes.",
      confirmed: "You took the place. The practice now knows your name.",
      confirmedUnnamed: "You took the place.",
      firstTalk: "The first talk took place.",
      trialSessions: "The trial sessions began.",
      started: "Therapy started.",
      failed: {
        declined: "You did not take the place of {date}. We go on looking with your old waiting time.",
        lapsed:
          "We did not hear from you about the offer of {date}. The place is free again. We go on looking with your old waiting time.",
        taken_back:
          "An offer of {date} was a mistake, and the practice has taken it back. Your name was not passed on. We go on looking with your old waiting time.",
        no_show:
          "Nothing came of the offer of {date}. The practice says that the talk did not take place. We go on looking with your old waiting time.",
        unsuitable:
          "Nothing came of the offer of {date} because it was not a good fit. We go on looking with your old waiting time.",
        no_capacity:
          "Nothing came of the offer of {date}. The practice has no place after all. We go on looking with your old waiting time.",
        search_ended: "You ended the search. The place of {date} is free again.",
        consent_withdrawn:
          "You withdrew a consent. So we gave back the place of {date}. If the practice already knew your name, we are asking it to delete it.",
      },
      cancelled: "The search has ended.",
    },
    nextTitle: "What we do next",
    next: {
      unverified: "Please open the link in our first mail and confirm your address. Then we begin.",
      notAsked:
        "We compare your details with the practices every morning. When one fits, a person in our team checks the inquiry and sends it. This can take a few days.",
      open: "We are waiting for an answer. If none comes, we remind the practice and call them. As soon as one says yes, we write to you.",
      noneOpen: "At the moment no inquiry is open. We go on looking and ask the next practices that fit.",
      pausedUntil: "On {date} we go on by ourselves. Your waiting time is kept.",
      paused: "We wait until you want to go on. Your waiting time is kept.",
      consentMissing: "We can only go on when you agree again. Your waiting time is kept.",
      offered:
        "We hold the place for you and ask no other practices. Please answer within the next few days. Otherwise we remind you once and then give the place back.",
      confirmed:
        "The practice knows how to reach you. In about two weeks we ask you and the practice whether the first talk took place. If you have questions, please <link>tell us</link>.",
      confirmedUnnamed:
        "Please get in touch with the practice soon. In about two weeks we ask you and the practice whether the first talk took place. If you cannot reach anybody, please <link>tell us</link>.",
      confirmedDated:
        "Your first talk is on {date}. After that we ask you how it went. If you have questions, please <link>tell us</link>.",
      firstTalk: "Often some trial sessions follow now. In some weeks we ask you how things went on.",
      trialSessions: "In some weeks we ask you whether therapy has started.",
      started: "Our work is done, and we wish you all the best.",
      cancelled: "We do not ask practices any more. If you want to search again, please register again.",
    },
    placement: {
      title: "This practice has a place",
      offered:
        "Take your time to read which practice it is. The practice does not know your name yet. The sign of this offer is <b>{reference}</b>.",
      call: "The practice now knows your name and can get in touch with you. You can also call them yourself. The sign is <b>{reference}</b>.",
      callYourself:
        "Please call the practice. Give them <b>{reference}, person {position, number}</b>. The practice holds the place and waits for you. It has not learned your name from us.",
      writeYourself:
        "Please get in touch with the practice. Give them <b>{reference}, person {position, number}</b>. The practice holds the place and waits for you. It has not learned your name from us.",
      forms: "Forms of the practice",
      form: "{name} (PDF, {size})",
      address: "Address",
      phone: "Telephone",
      phoneHours: "Telephone hours",
      phoneHoursUnknown:
        "Not known. Practices can often be reached by telephone only for a few hours a week. Leave a message on the answering machine too.",
      email: "E-mail",
      website: "Website",
      noPhone: "We do not know a telephone number. Please write to the practice.",
      hours: "{weekday} {hours}",
      until: "{from} to {to}",
    },
    confirm: {
      title: "Do you want this place?",
      text: "If you say yes, we tell the practice your name and how to reach you. If you say no, we go on looking, and your waiting time is kept.",
      textAsking:
        "You can take the place with or without this consent. Without it you call the practice yourself. If you say no, we go on looking, and your waiting time is kept.",
      yes: "Yes, I take the place",
      no: "No, not this place",
    },
    progress: {
      questions: {
        confirmed: "How are things going with the practice?",
        first_talk: "How did things go on after the talk?",
        trial_sessions: "Has therapy started?",
      },
      stages: {
        first_talk: "The first talk took place",
        trial_sessions: "The trial sessions have begun",
        started: "Therapy has started",
      },
      startedSure:
        "Our search ends with this, and we do not ask any more. A first talk or trial sessions are not the start yet.",
      startedYes: "Yes, therapy has started",
      takeBack: "That was a mistake",
      takeBackText: "You can take back your last report here until midnight today.",
      takeBackButton: "Take the report back",
      notWorking: "It does not work out",
      when: "When is your first talk?",
      whenHint: "Then we ask you only afterwards how it went.",
      saveDay: "Note the date",
    },
    giveUp: {
      title: "Do you want to give the place back?",
      text: "We tell the practice that the place is free again. Then we go on looking, and your waiting time is kept. We do not ask this practice for you again.",
      textOffered:
        "We tell the practice that the place is free again. It does not learn your name. Then we go on looking, and your waiting time is kept. We do not ask this practice for you again.",
      titleOffered: "Do you not want to take this place?",
      buttonOffered: "Do not take the place",
      reason: "What is the reason?",
      reasons: {
        declined: "I do not want this place",
        unsuitable: "It is not a good fit",
        no_capacity: "The practice has no place after all",
      },
      button: "Give the place back",
      back: "No, back",
    },
    actionsTitle: "What you can do",
    pause: {
      title: "Pause the search",
      text: "For example because of a stay in hospital or a holiday. We take back open inquiries.",
      until: "Until when?",
      untilHint: "Leave the date empty if you do not know yet.",
      button: "Pause the search",
    },
    resume: {
      title: "Go on with the search",
      text: "We go on looking at once.",
      button: "Go on looking",
    },
    consents: {
      link: "See and change consents",
      title: "Your consents",
      lead: "You can take back any consent. It takes effect at once.",
      since: "Since {date}",
      notGiven: "Not given",
      warning:
        "Without the first two we cannot search. If you take back one of them, the search stands still and we withdraw open inquiries at once. A place that you have been offered we then give back, too.",
      button: "Save",
      saved: "Saved.",
      back: "Back to your page",
    },
    end: {
      link: "End the search",
      title: "Do you want to end the search?",
      text: "We take back all open inquiries and stop looking. This cannot be undone: if you search again later, the waiting time starts anew.",
      open: "{open, plural, =0 {No inquiry is open at the moment.} one {One inquiry is open at the moment.} other {# inquiries are open at the moment.}}",
      pauseInstead: "You can also pause the search instead.",
      reason: "Why do you want to end it?",
      reasons: {
        found_elsewhere: "I have found a place myself",
        no_longer_wanted: "I do not want therapy at the moment",
        other: "For another reason",
      },
      button: "End the search for good",
      back: "No, go back",
    },
    keep: "Please do not pass on the link to this page: whoever has it can open it.",
    changed: {
      paused: "The search is paused.",
      resumed: "The search is running again.",
      ended: "The search has ended.",
    },
  },
};
