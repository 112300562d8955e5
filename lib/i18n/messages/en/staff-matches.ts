import type { Translation } from "../../translation";
import type { staffMatches as german } from "../de/staff-matches";

export const staffMatches: Translation<typeof german> = {
  title: "Proposals",
  lead: "{count, plural, =0 {No proposal is waiting} one {One proposal is waiting for approval} other {# proposals are waiting for approval}}",
  list: "List of proposals",
  backToList: "All proposals",
  empty: {
    never: {
      title: "No proposal yet",
      text: "A matching run looks for fitting practices for all running searches. It runs every night. “Start matching” begins one at once.",
    },
    open: {
      title: "Matching is still running",
      text: "Its proposals appear here by themselves once it has finished.",
    },
    nobody: {
      title: "No proposal: there is no pair to judge",
      text: "There is no active practice near the running searches, or no search is running. Release new entries of the directory, or look at the searches.",
    },
    none: {
      title: "No new proposal",
      text: "The last run found nobody who can be asked now. Often practices still rest after an inquiry, or people are in enough open inquiries already. The next run is tonight.",
    },
    done: {
      title: "All proposals have been reviewed",
      text: "What was approved is under “Inquiries”. The next run is tonight, or at once when you ask for it.",
    },
    viewer: "Your account may only read. A coordinator starts a matching run.",
    inquiries: "See the inquiries",
    patients: "See the people searching",
    therapists: "See the directory",
  },
  done: {
    approved:
      "{reference} is approved. {seconds, plural, =0 {The email to the practice leaves now, outside the sending hours on the next working day.} one {The email leaves in one second at the earliest, outside the sending hours on the next working day.} other {The email leaves in # seconds at the earliest, outside the sending hours on the next working day.}}",
    approvedCall: "{reference} is approved. The call is listed under “Today” when the practice takes calls.",
    rejected: {
      rejected_in_review: "{reference} is rejected. The people are free for the next matching run.",
      never_together: "{reference} is rejected. These people are not proposed to this practice any more.",
      not_now: "{reference} is rejected. The practice is not asked before the chosen day.",
      wrong_data: "{reference} is rejected. “Today” says that the practice’s entry needs a look.",
    },
    undoneAll:
      "{count, plural, =0 {Everything had been sent already. Nothing is taken back.} one {One approval is taken back.} other {# approvals are taken back.}}",
    undone: "Taken back. The proposal waits for your decision again.",
    excluded: "This person is not proposed to this practice any more.",
    included: "Taken back. This person may be proposed to this practice again.",
    undo: "Undo",
    neverAgain: "Never propose to this practice again",
    dropped: "The person is taken out and free for the next matching run.",
    droppedLast:
      "That was the last person in {reference}. The proposal is withdrawn and the practice will not be asked.",
    added: "The person is added. Every rule has just been judged again.",
    swapped: "The person is swapped. Every rule has just been judged again.",
    open: "See the inquiry",
    all: "{approved, plural, =0 {No proposal is approved} one {One proposal is approved} other {# proposals are approved}}. {approved, plural, =0 {} one {{seconds, plural, =0 {The inquiry leaves now, outside the sending hours on the next working day.} one {The inquiry leaves in one second at the earliest, outside the sending hours on the next working day.} other {The inquiry leaves in # seconds at the earliest, outside the sending hours on the next working day.}} } other {{seconds, plural, =0 {The first inquiries leave now, outside the sending hours on the next working day.} one {The first inquiries leave in one second at the earliest, outside the sending hours on the next working day.} other {The first inquiries leave in # seconds at the earliest, outside the sending hours on the next working day.}} }}{skipped, plural, =0 {} one {One has just changed or no longer fits and was left out. } other {# have just changed or no longer fit and were left out. }}{failed, plural, =0 {} one {One could not be approved because of an error and goes on waiting.} other {# could not be approved because of an error and go on waiting.}}",
    requested:
      "The matching run has been ordered. You can go on working; new proposals appear by themselves.",
    changed:
      "Somebody else has changed this proposal meanwhile. Nothing is lost: below you see it as it is now. Please decide again.",
  },
  run: {
    start: "Start matching",
    requested: "The matching run has been ordered and will begin shortly.",
    waiting:
      "The matching run has been waiting since {time}. The workflow engine does not answer; it will catch up once it runs.",
    standsStill:
      "The matching run has not come on since {time}. If you end it, you can start a new one. Finished proposals are not lost.",
    end: "End this run",
    running: "Matching is running: {step}",
    progress: "{done, number} of {total, number} people",
    stored: "{done, number} of {total, number} proposals",
    remaining: "about {time} left",
    failed: "The last matching run on {date} failed. Please start it again.",
    finished:
      "Last matching run {date}: {fit, number} pairs fit, {check, number} to look at, {out, number} do not fit. {proposals, plural, one {One proposal} other {# proposals}} came of it.",
    never: "There has been no matching run yet.",
    estimated: {
      router:
        "Some travel times are estimates because the route planner did not answer: the next run asks it again; if it does not answer then either, please tell whoever looks after Lotse.",
      error:
        "Some travel times are estimates because an error came up while asking for them: the next run asks again; if you still read this then, please tell whoever looks after Lotse.",
      time: "Some travel times are estimates because there was not enough time to ask for all of them: the next run goes on asking, there is nothing you need to do.",
    },
    steps: {
      ways: "asking for travel times",
      judge: "judging pairs",
      compose: "composing inquiries",
      store: "storing proposals",
    },
  },
  explained: {
    title: "What the numbers mean and who comes first",
    fit: "Fit",
    fitText: "Pairs of a search and a practice for which every rule holds.",
    check: "To look at",
    checkText:
      "Nothing speaks against it, but something is not known, such as the office hours. Such pairs may be proposed and are marked.",
    out: "Do not fit",
    outText:
      "At least one rule does not hold, or something indispensable is not known. Counted up to twice the distance that somebody can travel.",
    proposals: "Proposals",
    proposalsText:
      "The pairs become inquiries: at most {maxItems, plural, one {one person} other {# people}} in an inquiry, one inquiry per practice, each search in at most {maxParallel, plural, one {one open inquiry} other {# open inquiries}}.",
    order: "Order of the people searching",
    orderUrgency: "Urgency by form PTV 11: acute before urgent before normal.",
    orderWaiting: "Waiting time: who has waited longest comes first.",
    orderExpected:
      "Those inquiries are chosen from which most placements are to be expected. Urgency and waiting time count too.",
    therapists:
      "Practices are asked in this order: places announced and informed about us, places announced, informed, all others. Among equals what certainly fits comes first, then what is nearer.",
  },
  therapist: {
    methods: "Methods",
    seat: "Statutory seat",
    capacity: "Free places",
    places:
      "{individual, plural, =0 {} one {one individual place} other {# individual places}}{individual, plural, =0 {} other {{group, plural, =0 {} other {, }}}}{group, plural, =0 {} one {one group place} other {# group places}}",
    placesPossible: "Perhaps possible",
    placesUnknown: "None announced",
    lastContact: "Last asked",
    neverContacted: "Never",
    phoneHours: "By phone",
  },
  item: {
    line: "{count, plural, one {one person} other {# people}}",
    byPhone: "By phone, no email address known",
    byPhoneShort: "Call",
    byMail: "By email to {email}",
    checks: "{count, plural, one {one point} other {# points}} to look at",
    reference: "Sign {reference}",
    openTherapist: "Open entry",
  },
  patient: {
    waiting: "Waiting {days}",
    age: "{age, number} years",
    ageUnknown: "Age not known",
    distance: "{distance}, {minutes}",
    estimated: "{distance}, about {minutes} (estimated)",
    distanceUnknown: "Distance not known",
    why: "Why does this fit? {passed, number} of {total, number} rules hold",
    over: "This search is no longer running. Please take this person out.",
    recognisable: "Could be recognised:",
    odds: "Estimated chance of an acceptance: {chance}",
    failed: "No longer fits",
    toCheck: "Please look at",
    drop: "Take out",
    verdicts: {
      pass: "Fits",
      fail: "Does not fit",
      unknown: "Unknown",
    },
  },
  map: {
    alternative: "Map. Practice in {practice}. Areas where people live: {people}.",
    person: "{number}: {place}",
    personFar: "{number}: {place}, {distance} away",
    legend: "Circle: area of living (postcode). Diamond: practice. Dashed: limit of the way.",
  },
  preview: {
    title: "Preview",
    open: "See email and answer page",
    lead: "This is what email and answer page look like if you approve now. Nothing is stored here and nothing is sent.",
    mail: "The email",
    subject: "Subject: {subject}",
    noMail:
      "This practice has no email address. It is called. The profiles below are those told on the phone.",
    page: "The answer page",
    back: "Back to the proposal",
    riskTitle: "Somebody could be recognised",
    riskLead:
      "The profile is made coarse already. Check whether it still tells too much, and take the person out when in doubt.",
    risk: "Person {number}:",
    risks: {
      few_alike:
        "{count, plural, =0 {nobody else of similar age and gender is searching in the whole area} one {only one other person of similar age and gender is searching in the whole area} other {only # other people of similar age and gender are searching in the whole area}}",
      rare_language: "hardly anybody there speaks the same language; it is not named",
      extreme_age: "the age is unusual",
    },
  },
  others: {
    open: "See more people",
    title: "Who else fits",
    lead: "{total, plural, one {One more person fits} other {# more people fit}} this practice, {shown, plural, one {one} other {#}} of them here. On top is who comes first: who surely fits, then who is to look at.",
    none: "Nobody else fits this practice at present.",
    how: "How {name} gets into the inquiry",
    additionally: "in addition",
    instead: "instead of {number}. {name}",
    add: "Add",
    missesTitle: "Near misses",
    missesLead:
      "A single wish or a single limit keeps these people out. Whoever speaks to them can ask about it.",
    limitMinutes: "Fits if the way could take {needed} rather than {now}.",
    limitKm: "Fits if the way could be {needed, number} rather than {now, number} km.",
    practice: "Fits if the practice makes an exception here.",
    wish: {
      "therapist-gender": "Fits if the therapist’s gender did not matter.",
      method: "Fits if another method would do.",
      language: "Fits if another language would do.",
      times: "Fits if other times were possible.",
      group: "Fits if a group would do.",
      video: "Fits if video would do.",
      reimbursement: "Fits if reimbursement would do.",
    },
  },
  review: {
    approve: "Approve and send",
    approveCall: "Approve, plan the call",
    approveHint:
      "{seconds, plural, =0 {After approval the email leaves, outside the sending hours on the next working day. This cannot be taken back.} one {For one second you can take the approval back. Then the email leaves, outside the sending hours on the next working day.} other {For # seconds you can take the approval back. Then the email leaves, outside the sending hours on the next working day.}} Without an answer we remind after {days, plural, one {one day} other {# days}}.",
    approveCallHint:
      "After approval the call is listed under “Today” when the practice takes calls. No email is sent.",
    reject: "Reject",
    rejectConfirm: "Reject the proposal",
    reason: "Why not?",
    reasons: {
      rejected_in_review: "Not stated",
      never_together: "They do not go together: never propose again",
      not_now: "Do not ask the practice before {date}",
      wrong_data: "Something in the entry is wrong: make a task",
    },
    next: "Next",
    previous: "Previous",
    position: "{position, number} of {total, number}",
    gone: "This proposal is gone. It has been approved, rejected or withdrawn.",
    goneNext: "To the next proposal",
    goneList: "To the proposals",
  },
  approveAll: {
    title: "Approve all proposals",
    link: "Approve all {count, number}",
    heading: "Approve {count, plural, one {one proposal} other {all # proposals}}?",
    mails: "Emails",
    mailsText: "{count, plural, =0 {No email} one {One email to a practice} other {# emails to practices}}.",
    calls: "Calls",
    callsText:
      "{count, plural, =0 {No call} one {One call goes on the list under “Today”} other {# calls go on the list under “Today”}}.",
    people: "People searching",
    peopleText:
      "{count, plural, one {One person is asked about, without their name} other {# people are asked about, without their names}}.",
    doubtful:
      "{count, plural, one {One proposal still has something to look at. If you approve all, it leaves unseen.} other {# proposals still have something to look at. If you approve all, they leave unseen.}}",
    perDay:
      "At most {count, plural, one {one new inquiry leaves} other {# new inquiries leave}} a day, the others on the next working days.",
    final:
      "{seconds, plural, =0 {After approval the emails leave, outside the sending hours on the next working day. This cannot be taken back.} one {For one second you can take everything back. Then the first emails leave, outside the sending hours on the next working day.} other {For # seconds you can take everything back. Then the first emails leave, outside the sending hours on the next working day.}} What changes while you read this stays on the list.",
    submit: "Approve {count, plural, one {the proposal} other {all # proposals}}",
    submitClear:
      "{count, plural, one {Only the one with nothing to check} other {Only the # with nothing to check}}",
  },
  keys: {
    open: "Keys",
    title: "Keyboard shortcuts",
    next: "next proposal",
    previous: "previous proposal",
    approve: "approve",
    reject: "reject",
    undo: "undo what was done last",
    never: "never propose the person taken out to this practice again",
    drop: "take out the person who has the focus",
    number: "go to this person",
    others: "see more people",
    preview: "see email and answer page",
    help: "this overview",
    use: "Use keyboard shortcuts",
  },
};
