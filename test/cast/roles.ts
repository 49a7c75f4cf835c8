/** The people whom the product is for, one of each, by the key under which tests and docs ask for them. */
export const roleCast = {
  ceo: { name: "Marguerite Achebe", title: "Chief Executive Officer" },
  cfo: { name: "Tobias Lindqvist", title: "Chief Financial Officer" },
  cro: { name: "Renata Villanueva", title: "Chief Revenue Officer" },
  vpSalesOperations: { name: "Priya Raghunathan", title: "VP of Sales Operations" },
  directorSalesOperations: { name: "Daniel Okafor", title: "Director of Sales Operations" },
  opsAnalyst: { name: "Mei-Ling Tsai", title: "Sales Operations Analyst" },
  secondOpsAnalyst: { name: "Jonas Adeyemi", title: "Sales Operations Analyst" },
  crmAdministrator: { name: "Soledad Quispe", title: "CRM Administrator" },
  enablementLead: { name: "Hannah Birnbaum", title: "Sales Enablement Manager" },
  supportSpecialist: { name: "Kwame Mensah", title: "Sales Support Specialist" },
  salesManager: { name: "Walter Brannigan", title: "Sales Manager" },
  rep: { name: "Leila Haddad", title: "Account Executive" },
  sdr: { name: "Tyrell Jackson", title: "Sales Development Representative" },
  csm: { name: "Noor van den Berg", title: "Customer Success Manager" },
  finance: { name: "Aurélie Fontaine", title: "Sales Finance Partner" },
  auditor: { name: "Graham Whitlock", title: "Internal Auditor" },
} as const;

export type RoleKey = keyof typeof roleCast;

/** Others with a part in the story, by name. */
export const supporting = {
  directors: {
    atlantic: "Beatrice Calloway",
    pacific: "Kenji Morimoto",
    gulf: "Rosalind Thibodeaux",
    europe: "Matthias Brandt",
  },
  /** Leads Atlantic South until the reorganization, and leaves with it. */
  leavingManager: "Frank Delacroix",
  /** Sells in Atlantic South until the reorganization, and leads Atlantic Fleet from then on. */
  promoted: "Camila Ferreira",
  europeManagers: ["Astrid Solheim", "Lorenzo Bianchi"],
  acquiredManager: "Jutta Petersen",
  /** The second of them leaves ten weeks after the acquisition. */
  acquiredReps: ["Henning Claasen", "Wiebke Janssen", "Emre Yildiz"],
} as const;

/** Every name that is given out by hand. */
export function namesOnStage(): string[] {
  return [
    ...Object.values(roleCast).map((role) => role.name),
    ...Object.values(supporting.directors),
    supporting.leavingManager,
    supporting.promoted,
    ...supporting.europeManagers,
    supporting.acquiredManager,
    ...supporting.acquiredReps,
  ];
}
