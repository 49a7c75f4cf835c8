/** The words about whom to hire, what they are paid and where they go from there. */
export const hiringTerms = [
  {
    term: "Candidate",
    sentence:
      "Somebody who is considered for a role. What is personal of them is kept until a day, and then removed for good.",
    not: ["applicant"],
  },
  {
    term: "Career ladder",
    sentence:
      "Levels one above the other, and for each competence what shows that somebody is up to a level. Who is ready has shown every competence of it; there is no average.",
    not: ["career path", "job family"],
  },
  {
    term: "Compa-ratio",
    sentence:
      "Somebody's base pay over the middle of a band: 1 is in the middle. No figure where the band has none.",
    not: ["market ratio"],
  },
  {
    term: "Pay band",
    sentence:
      "What a role is paid as one source says it, with its year: low, middle and high. Bands that disagree stand beside each other and are never merged.",
    not: ["salary grade"],
  },
  {
    term: "Score sheet",
    sentence:
      "What one interviewer saw of a candidate: for each requirement of the role a level, with the evidence in words. Nobody sees another's before handing in their own.",
    not: ["scorecard", "interview form"],
  },
  {
    term: "Range penetration",
    sentence:
      "How far somebody's base pay has come from the low end of a band to the high one: 0 to 1 inside it.",
    not: ["position in range"],
  },
];
