import type { Translation } from "../../translation";
import type { staffMatches as german } from "../de/staff-matches";

export const staffMatches: Translation<typeof german> = {
  title: "Proposals",
  lead: "{count, plural, =0 {No proposal is waiting} one {One proposal is waiting for approval} other {# proposals are waiting for approval}}",
  list: "List of proposals",
  backToList: "All proposals",
  empty: {
    never: {
      title: "No proposals yet",
      text: "A matching run looks for matching practices for every active search. It runs every night. Use “Start matching run” to start one straight away.",
    },
    open: {
      title: "The matching run is still in progress",
      text: "Its proposals will appear here automatically as soon as it has finished.",
    },
    nobody: {
      title: "No proposals: there are no pairs to check",
      text: "There are no active practices near the active searches, or there are no active searches at the moment. Approve new entries in the directory, or look at the searches.",
    },
    none: {
      title: "No new proposals",
      text: "The last matching run did not find anyone who can be asked now. Often practices are still in the cooling-off period after an inquiry, or the people searching are already in enough open inquiries. The next run is tonight.",
    },
    done: {
      title: "All proposals have been reviewed",
      text: "Anything approved is listed under “Inquiries”. The next matching run is tonight, or straight away if you like.",
    },
    viewer: "Your account can only view. A coordinator has to start a matching run.",
    inquiries: "View inquiries",
    patients: "View people searching",
    therapists: "View directory",
  },
  done: {
    approved:
      "{reference} has been approved. {when, select, later {The email to the practice goes out {at}.} held {The email waits until someone has read what the practice wrote.} other {{seconds, plural, =0 {The email to the practice goes out now.} one {The email goes out in one second.} other {The email goes out in # seconds.}}}}",
    approvedCall:
      "{reference} has been approved. The call will be listed under “Today” during the practice’s phone hours.",
    rejected: {
      rejected_in_review:
        "{reference} has been rejected. The people in it are available for the next matching run.",
      never_together:
        "{reference} has been rejected. These people will not be proposed to this practice again.",
      not_now: "{reference} has been rejected. The practice will not be asked until the date you chose.",
      wrong_data:
        "{reference} has been rejected. “Today” now lists that the practice’s entry needs checking.",
    },
    undoneAll:
      "{count, plural, =0 {Everything had already been sent. Nothing has been withdrawn.} one {One approval has been withdrawn.} other {# approvals have been withdrawn.}}",
    undone: "Undone. The proposal is waiting for your decision again.",
    excluded: "This person will not be proposed to this practice again.",
    included: "Undone. This person can be proposed to this practice again.",
    undo: "Undo",
    neverAgain: "Do not propose to this practice again",
    dropped: "The person has been removed and is available for the next matching run.",
    droppedLast:
      "That was the last person in {reference}. The proposal has therefore been withdrawn, and the practice will not be asked.",
    added: "The person has been added. All the rules have just been checked again.",
    swapped: "The person has been swapped. All the rules have just been checked again.",
    open: "View inquiry",
    all: "{approved, plural, =0 {No proposals have been approved} one {One proposal has been approved} other {# proposals have been approved}}. {approved, plural, =0 {} one {{when, select, later {The inquiry goes out {at}.} other {{seconds, plural, =0 {The inquiry goes out now.} one {The inquiry goes out in one second.} other {The inquiry goes out in # seconds.}}}} } other {{when, select, later {The first inquiries go out {at}.} other {{seconds, plural, =0 {The first inquiries go out now.} one {The first inquiries go out in one second.} other {The first inquiries go out in # seconds.}}}} }}{skipped, plural, =0 {} one {One has just changed or is no longer a match and was left out. } other {# have just changed or are no longer a match and were left out. }}{failed, plural, =0 {} one {One could not be approved because of an error and is still waiting.} other {# could not be approved because of an error and are still waiting.}}",
    requested:
      "The matching run has been requested. You can carry on working; new proposals will be added automatically.",
    changed:
      "Someone else has changed this proposal in the meantime. Nothing has been lost: you can see its current state below. Please decide again.",
  },
  when: {
    near: "{day} at {time}",
    far: "on {day} at {time}",
  },
  run: {
    start: "Start matching run",
    requested: "The matching run has been requested and will start shortly.",
    waiting:
      "The matching run has been waiting since {time}. The workflow engine is not responding; it will catch up as soon as it is running.",
    standsStill:
      "The matching run has made no progress since {time}. If you end it, you can start a new one. Finished proposals will not be lost.",
    end: "End matching run",
    running: "Matching run in progress: {step}",
    progress: "{done, number} of {total, number} people searching",
    stored: "{done, number} of {total, number} proposals",
    remaining: "about {time} left",
    failed: "The last matching run on {date} failed. Please start it again.",
    finished:
      "Last matching run {date}: {fit, number} pairs match, {check, number} to check, {out, number} do not match. {proposals, plural, one {This led to one proposal} other {This led to # proposals}}.",
    never: "There has been no matching run yet.",
    estimated: {
      router:
        "Some travel times are estimates because the route planner did not respond: the next matching run will ask it again; if it still does not respond, please tell your technical team.",
      error:
        "Some travel times are estimates because there was an error when requesting them: the next matching run will ask again; if this message is still here then, please tell your technical team.",
      time: "Some travel times are estimates because there was not enough time to request them all: the next matching run will carry on, and you do not need to do anything.",
    },
    steps: {
      ways: "requesting travel times",
      judge: "checking pairs",
      compose: "putting inquiries together",
      store: "saving proposals",
    },
  },
  tooMany:
    "There are {count, number} people in this inquiry. The setting now allows no more than {max, number}. You can remove people, or approve the inquiry as it is.",
  explained: {
    title: "What the figures mean and who comes first",
    fit: "Match",
    fitText: "Pairs of a search and a practice for which every rule is met.",
    check: "To check",
    checkText:
      "Nothing speaks against it, but some information is missing, for example the office hours. Such pairs can be proposed and are marked.",
    out: "No match",
    outText:
      "At least one rule is not met, or essential information is missing. Counted up to twice the distance that the person can travel.",
    proposals: "Proposals",
    proposalsText:
      "The pairs are turned into inquiries: no more than {maxItems, plural, one {one person} other {# people}} in an inquiry, one inquiry per practice, each search in no more than {maxParallel, plural, one {one open inquiry} other {# open inquiries}}.",
    order: "Order of the people searching",
    orderOverdue:
      "First, with one inquiry each: people who would otherwise wait longer than {days, plural, one {one day} other {# days}} for their first inquiry.",
    orderUrgency: "Urgency according to PTV 11: acute before urgent before normal.",
    orderWaiting: "Waiting time: whoever has waited longest comes first.",
    orderExpected:
      "After that, we choose the inquiries that are expected to lead to the most placements. Urgency and waiting time also count.",
    orderMinGain:
      "An inquiry that is expected to lead to fewer than {minGain, number} weighted placements is not proposed, unless somebody in it would otherwise wait too long for their first inquiry.",
    therapists:
      "Practices are asked in this order: those that have reported places and have been told about us, those that have reported places, those that have been told about us, all others. Among equals, definite matches come first, then whatever is nearer.",
  },
  therapist: {
    methods: "Methods",
    seat: "Statutory accreditation",
    capacity: "Available places",
    places:
      "{individual, plural, =0 {} one {one individual place} other {# individual places}}{individual, plural, =0 {} other {{group, plural, =0 {} other {, }}}}{group, plural, =0 {} one {one group place} other {# group places}}",
    placesPossible: "May have places",
    placesUnknown: "None reported",
    lastContact: "Last asked",
    neverContacted: "Never",
    phoneHours: "Phone hours",
  },
  item: {
    line: "{count, plural, one {one person} other {# people}}",
    byPhone: "By phone, no email address known",
    byPhoneShort: "Call",
    byMail: "By email to {email}",
    checks: "{count, plural, one {one thing} other {# things}} to check",
    reference: "Reference {reference}",
    openTherapist: "Open entry",
  },
  patient: {
    waiting: "Waiting {days}",
    age: "{age, number} years",
    ageUnknown: "Age not known",
    distance: "{distance}, {minutes}",
    estimated: "{distance}, about {minutes} (estimated)",
    distanceUnknown: "Distance not known",
    why: "Why a match? {passed, number} of {total, number} rules met",
    enough:
      "This person is already in {count, plural, one {one approved inquiry} other {# approved inquiries}}. The setting allows no more. Please remove this person.",
    over: "This search is no longer active. Please remove this person.",
    recognisable: "Could be identified:",
    odds: "Estimated chance of an offer: {chance}",
    failed: "No longer a match",
    toCheck: "Please check",
    toCheckForAll: "Please check for everyone",
    drop: "Remove",
    verdicts: {
      pass: "Met",
      fail: "Not met",
      unknown: "Unknown",
    },
  },
  map: {
    alternative: "Map. Practice in {practice}. Areas where people live: {people}.",
    person: "{number}: {place}",
    personFar: "{number}: {place}, {distance} away",
    legend: "Circle: area where someone lives (postcode). Diamond: practice. Dashed line: travel limit.",
  },
  preview: {
    title: "Preview",
    open: "View email and answer page",
    lead: "This is what the email and answer page will look like if you approve now. Nothing is saved or sent here.",
    mail: "The email",
    subject: "Subject: {subject}",
    noMail:
      "This practice does not have an email address. It will be phoned. The profiles below are the ones described on the phone.",
    page: "The answer page",
    back: "Back to the proposal",
    riskTitle: "Someone could be identified",
    riskLead:
      "The profile has already been made less specific. Check whether it still gives too much away, and if in doubt, remove the person.",
    risk: "Person {number}:",
    risks: {
      few_alike:
        "{count, plural, =0 {nobody else of a similar age and gender is searching in the whole area} one {only one other person of a similar age and gender is searching in the whole area} other {only # other people of a similar age and gender are searching in the whole area}}",
      rare_language: "hardly anyone there speaks the same language; it is not named",
      extreme_age: "the age is unusual",
    },
  },
  others: {
    open: "View more people searching",
    title: "Who else matches",
    lead: "{total, plural, one {One more person matches} other {# more people match}} this practice; {shown, plural, one {one of them is} other {# of them are}} shown here. Whoever is next in line is at the top: definite matches first, then those to check.",
    none: "Nobody else matches this practice at the moment.",
    how: "How the next person joins the inquiry",
    additionally: "as an additional person",
    instead: "instead of {number}. {name}",
    add: "Add",
    missesTitle: "Near misses",
    missesLead:
      "Just one preference or limit rules these people out. Whoever speaks to them can ask about it.",
  },
  review: {
    approve: "Approve and send",
    approveCall: "Approve and plan call",
    approveHint:
      "{seconds, plural, =0 {This cannot be undone.} one {You have one second to withdraw the approval.} other {You have # seconds to withdraw the approval.}} {when, select, later {The email goes out {at}.} held {The email goes out once someone has read what the practice wrote.} other {Then the email goes out.}} If there is no answer, we send a reminder after {days, plural, one {one day} other {# days}}.",
    approveCallHint:
      "After approval, the call will be listed under “Today” during the practice’s phone hours. No email will be sent.",
    reject: "Reject",
    rejectConfirm: "Reject proposal",
    reason: "Why not?",
    reasons: {
      rejected_in_review: "No reason given",
      never_together: "Not suitable for each other: do not propose again",
      not_now: "Do not ask the practice until {date}",
      wrong_data: "Practice’s details are wrong: create a task",
    },
    next: "Next",
    previous: "Previous",
    position: "{position, number} of {total, number}",
    gone: "This proposal no longer exists. It has been approved, rejected or withdrawn.",
    goneNext: "Go to the next proposal",
    goneList: "Go to proposals",
  },
  approveAll: {
    title: "Approve all proposals",
    link: "Approve all {count, number}",
    heading: "Approve {count, plural, one {one proposal} other {all # proposals}}?",
    mails: "Emails",
    mailsText: "{count, plural, =0 {No emails} one {One email to a practice} other {# emails to practices}}.",
    calls: "Calls",
    callsText:
      "{count, plural, =0 {No calls} one {One call will be added to the list under “Today”} other {# calls will be added to the list under “Today”}}.",
    people: "People searching",
    peopleText:
      "{count, plural, one {Practices will be asked about one person, without giving their name} other {Practices will be asked about # people, without giving their names}}.",
    doubtful:
      "{count, plural, one {One proposal still needs checking. If you approve all of them, it will go out unchecked.} other {# proposals still need checking. If you approve all of them, they will go out unchecked.}}",
    perDay:
      "No more than {count, plural, one {one new inquiry goes} other {# new inquiries go}} out per day; the rest go out on the next working days.",
    final:
      "{seconds, plural, =0 {This cannot be undone.} one {You have one second to withdraw everything.} other {You have # seconds to withdraw everything.}} {when, select, later {The first emails go out {at}.} other {Then the first emails go out.}} Anything that changes while you are reading this stays on the list.",
    submit: "Approve {count, plural, one {the proposal} other {all # proposals}}",
    submitClear:
      "{count, plural, one {Only the one with nothing to check} other {Only the # with nothing to check}}",
  },
  keys: {
    open: "Shortcuts",
    title: "Keyboard shortcuts",
    next: "next proposal",
    previous: "previous proposal",
    approve: "approve",
    reject: "reject",
    undo: "undo the last action",
    never: "do not propose the person just removed to this practice again",
    drop: "remove the person in focus",
    number: "go to this person",
    others: "view more people searching",
    preview: "view email and answer page",
    leave: "close what is open",
    help: "this overview",
    use: "Use keyboard shortcuts",
  },
};
